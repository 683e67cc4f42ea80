// Which files a browser would run when they are opened at the site's own address.
#include "checks/files/active_file.h"

#include <catch2/catch.hpp>

using namespace traff;

namespace {

const std::string svg_begins =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">";

// What was found, without what it does.
std::string found_in(std::string_view path, std::string_view bytes) {
  const auto part = active_part(path, bytes);
  return part ? part->what.sv.substr(0, part->what.sv.rfind(", ")) : std::string();
}

std::string said_of(const std::string& inside) {
  const auto part = active_part("a.svg", svg_begins + inside + "</svg>");
  return part ? part->what.sv + " | " + part->what.en : std::string();
}

// Of a picture with `inside` in it.
std::string found(const std::string& inside) { return found_in("a.svg", svg_begins + inside + "</svg>"); }

}  // namespace

TEST_CASE("a file with an ending that says nothing is active when it could be shown as a page") {
  const std::string page = "en sida eller bild";
  for (const std::string text :
       {"<html><script>", "\n <HTML>", "\xEF\xBB\xBF<p>Text", "<!DOCTYPE html>", "<!-- a -->", "<script/>",
        "<?php echo 1;", "<% a %>", "<a href='b'>", "<h1>A</h1>", "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
        "<?xml version=\"1.0\"?><b:html xmlns:b=\"http://www.w3.org/1999/xhtml\"/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"}) {
    INFO(text);
    CHECK(found_in("a", text) == page);
    CHECK(found_in("a.mathml", text) == page);
  }
  for (const std::string& text : {std::string("<a b>"), std::string("\xFF\xFE<\0p\0", 6), std::string("\0<\0p", 4)}) {
    INFO(text);
    CHECK_FALSE(found_in("a.okand", text).empty());
  }
  for (const std::string text :
       {"", "Text <script>", "print('<p>')", "\x89PNG<p>", "<mxfile host=\"a\"><diagram/></mxfile>",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE score-partwise PUBLIC \"a\" \"b\"><score-partwise/>"}) {
    INFO(text);
    CHECK(found_in("a.okand", text).empty());
  }
}

TEST_CASE("a picture as drawing programs save it is still") {
  CHECK(found("<g><path d=\"M0 0\" style=\"fill:url(#a);stroke:#000\"/><text x=\"1\">Å &amp; "
              "Ö</text><style>.a{fill:url(#b)}</style></g>")
            .empty());
  CHECK(found("<image href=\"data:image/png;base64,AAAA\"/><use xlink:href=\"#a\"/><a "
              "href=\"https://example.org/\"><rect/></a><image href=\"bild.png\"/>")
            .empty());
  CHECK(found_in(
            "a.svg",
            "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<!-- Created with Inkscape -->\n"
            "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n"
            "<svg:svg xmlns:svg=\"http://www.w3.org/2000/svg\" "
            "xmlns:sodipodi=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\" "
            "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:cc=\"http://creativecommons.org/ns#\" "
            "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
            "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">"
            "<sodipodi:namedview id=\"base\"/><svg:metadata><rdf:RDF><cc:Work "
            "rdf:about=\"\"><dc:format>image/svg+xml</dc:format></cc:Work></rdf:RDF></svg:metadata>"
            "<svg:rect style=\"-inkscape-font-specification:'Sans, Normal';font-family:'\\'Lato\\''\"/></svg:svg>\n")
            .empty());
  CHECK(found_in(
            "a.svg",
            "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
            "\"svg11.dtd\" [\n"
            "\t<!ENTITY ns_ai \"http://ns.adobe.com/AdobeIllustrator/10.0/\">\n\t<!ENTITY ns_svg "
            "\"http://www.w3.org/2000/svg\">\n"
            "\t<!ENTITY ns_sfw \"http://ns.adobe.com/SaveForWeb/1.0/\">\n]>\n"
            "<svg xmlns=\"&ns_svg;\" xmlns:i=\"&ns_ai;\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><metadata><sfw "
            "xmlns=\"&ns_sfw;\"><slices/></sfw></metadata>"
            "<switch><foreignObject requiredExtensions=\"&ns_ai;\"><i:pgfRef "
            "xlink:href=\"#adobe_illustrator_pgf\"></i:pgfRef></foreignObject><g i:extraneous=\"self\"/>"
            "</switch><i:pgf id=\"adobe_illustrator_pgf\"><![CDATA[ <script> ]]></i:pgf></svg>")
            .empty());
  CHECK(found("<switch><foreignObject width=\"1\"><div xmlns=\"http://www.w3.org/1999/xhtml\" style=\"color: "
              "#000\">Ord<br/>till</div></foreignObject><text>Ord</text></switch>")
            .empty());
  CHECK(found("<animate attributeName=\"opacity\" values=\"0;1\"/>").empty());
}

TEST_CASE("free texts in a picture may say anything") {
  for (const std::string inside :
       {"<svg content=\"&lt;mxCell value=&quot;Mapp C:\\kurs (1) JavaScript: grunder&quot;/&gt;\"/>",
        "<g aria-label=\"JavaScript: en kurs (1)\"/>", "<g data-latex=\"\\frac{a}(b)\"/>",
        "<g title=\"Se C:\\kurs (1)\"/>", "<g xmlns:i=\"urn:i\" i:label=\"Javascript: lager\"/>",
        "<g id=\"javascript:\" class=\"a(b\\c)\"/>"}) {
    INFO(inside);
    CHECK(found(inside).empty());
  }
}

TEST_CASE("pictures in a picture are still, and so is the HTML that drawing programs set text with") {
  CHECK(found("<image xlink:href=\"data:image/svg+xml;base64,PHN2Zy8+\"/><feImage href=\"data:image/svg+xml,a\"/>")
            .empty());
  CHECK(found("<use href=\"data:image/svg+xml;base64,PHN2Zy8+#a\"/>") == "länken data:image/svg+xml;base64,PHN2Zy8+#a");
  CHECK(
      found("<foreignObject><section xmlns=\"http://www.w3.org/1999/xhtml\"><blockquote><strike>a</strike><del>b</del>"
            "<ins>c</ins><mark>d</mark></blockquote><table><caption>e</caption><colgroup><col/></colgroup></table>"
            "<img src=\"data:image/png;base64,AA\" alt=\"Se C:\\\"/></section></foreignObject>")
          .empty());
  CHECK(found("<img src=\"//a\"/>") == "länken //a");
  CHECK(found("<img srcset=\"//a 1x\"/>") == "srcset=");
}

TEST_CASE("a document type may name attributes, but give them no values") {
  const auto declared = [](const std::string& attributes) {
    return found_in("a.svg", "<!DOCTYPE svg [<!ATTLIST svg " + attributes + ">]>" + svg_begins + "</svg>").empty();
  };
  CHECK(declared("xmlns:a CDATA #IMPLIED"));
  CHECK(declared("\n a CDATA #IMPLIED\n b CDATA #REQUIRED "));
  CHECK_FALSE(declared("onload CDATA \"a\""));
  CHECK_FALSE(declared("onload CDATA #FIXED \"a\""));
  CHECK_FALSE(declared("xmlns:a NMTOKEN #IMPLIED"));  // takes spaces out of a namespace
}

TEST_CASE("a picture that runs something is active") {
  CHECK(found("<script>alert(1)</script>") == "<script>");
  CHECK(found("<script href=\"a.js\"/>") == "<script>");
  CHECK(found("<rect onclick=\"alert(1)\"/>") == "onclick=");
  CHECK(found("<rect ONLOAD=\"alert(1)\"/>") == "ONLOAD=");
  CHECK(found("<a href=\"javascript:alert(1)\"/>") == "länken javascript:alert(1)");
  CHECK(found("<a xlink:href=\" java&#10;script&#58;alert(1)\"/>") == "länken ?java?script:alert(1)");
  CHECK(found("<a><set attributeName=\"xlink:href\" to=\"#\"/></a>") == "attributeName=");
  CHECK(found("<a><animate attributeName=\"x\" values=\"JavaScript:alert(1)\"/></a>") == "values=");
  CHECK(found("<handler/>") == "<handler>");
  CHECK(found("<foreignObject><iframe xmlns=\"http://www.w3.org/1999/xhtml\" src=\"//a\"/></foreignObject>") ==
        "länken //a");
  CHECK(found("<foreignObject><form xmlns=\"http://www.w3.org/1999/xhtml\"/></foreignObject>") == "<form>");
  CHECK(found("<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script>") == "<x:script>");
  CHECK(found("<g><x:script>alert(1)</x:script></g><g xmlns:x=\"http://www.w3.org/2000/svg\"/>") == "<x:script>");
  CHECK(found("<x:script xmlns:x=\"http://www.w3.org/1999/&#120;html\"/>") == "<x:script>");
  CHECK(found_in("a.svg",
                 "<!DOCTYPE svg [<!ENTITY x \"http://www.w3.org/1999/xhtml\">]><svg "
                 "xmlns=\"http://www.w3.org/2000/svg\" xmlns:x=\"&x;\"><x:script/></svg>") == "<x:script>");
  CHECK(found_in("a.svg", "<?xml-stylesheet href=\"a.xsl\"?>" + svg_begins + "</svg>") == "<?xml-stylesheet?>");
}

TEST_CASE("a picture that fetches something from elsewhere is active") {
  CHECK(found("<use href=\"http://example.org/a.svg#a\"/>") == "länken http://example.org/a.svg#a");
  CHECK(found("<image href=\"//example.org/a.png\"/>") == "länken //example.org/a.png");
  CHECK(found("<image href=\"file:///c:/a.png\"/>") == "länken file:///c:/a.png");
  CHECK(found("<rect fill=\"url(https://example.org/a#b)\"/>") == "fill=");
  CHECK(found("<rect fill=\"u\\72l(https://example.org/a#b)\"/>") == "fill=");
  CHECK(found("<rect style=\"fill: URL( 'https://example.org/a' )\"/>") == "style=");
  CHECK(found("<style>a{fill:ur<!-- -->l(//a)}</style>") == "<style>");
  CHECK(found("<style>@import 'a';</style>") == "<style>");
  CHECK(found("<style><![CDATA[ a{fill:url(//a)} ]]></style>") == "<style>");
  CHECK(found("<style>/*</style><style>@import 'a';</style>") == "<style>");
  CHECK(found("<style>a{}<style>b{}</style></style>") == "<style>");
  CHECK(found("<a href=\"#\" ping=\"https://example.org\"/>") == "ping=");
}

TEST_CASE("a picture that is not understood is active") {
  const std::string unclear = "något som inte går att förstå";
  for (const std::string text :
       {"", "<svg", "<svg>", "<svg></g>", "<svg a=b/>", "<svg a=\"<\"/>", "<svg>&x;</svg>", "<svg a=\"&#x110000;\"/>",
        "<!DOCTYPE svg [<!ATTLIST svg onload CDATA \"a\">]><svg/>", "<!DOCTYPE svg [<!ENTITY a SYSTEM \"b\">]><svg/>",
        "<!DOCTYPE svg [<!ENTITY a \"<script/>\">]><svg>&a;</svg>", "<!DOCTYPE svg [<!ENTITY % a \"b\">%a;]><svg/>"}) {
    INFO(text);
    CHECK(found_in("a.svg", text) == (text.empty() ? "" : unclear));
  }
  CHECK(found_in("a.svg", std::string("\xFF\xFE<\0s\0", 6)) == unclear);
  CHECK(found_in("a.svg", "<?xml version=\"1.0\" encoding=\"UTF-7\"?><svg/>") == "tecken i kodningen utf-7");
  CHECK(found_in("a.svg", std::string(300'000, '<')) == unclear);
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<g>";
  CHECK(found(deep) == unclear);
}

TEST_CASE("a picture that would grow beyond measure when it is read is active") {
  const std::string declared =
      "<!DOCTYPE svg [<!ENTITY x \"" + std::string(1000, 'a') + "\">]>" + svg_begins + "<text>";
  std::string once;
  for (int i = 0; i < 900; ++i) once += "&x;";
  CHECK(found_in("a.svg", declared + once + "</text></svg>").empty());
  CHECK(found_in("a.svg", declared + once + once + "</text></svg>") == "något som inte går att förstå");
  std::string marks;
  for (int i = 0; i < 300'000; ++i) marks += "&amp;";
  CHECK(found("<text>" + marks + "</text>").empty());
}

TEST_CASE("other XML is active when it could be shown as a page") {
  CHECK(found_in("a.xml", "<?xml version=\"1.0\"?><quiz><question type=\"html\"><![CDATA[<script>]]></question></quiz>")
            .empty());
  CHECK(found_in("a.xml", "<script>alert(1)</script>").empty());
  CHECK(found_in("a.xml", "<a><script xmlns=\"http://www.w3.org/1999/xhtml\">alert(1)</script></a>") ==
        "en sida eller bild");
  CHECK(found_in("a.xml", "<?xml-stylesheet type=\"text/xsl\" href=\"a.xsl\"?><a/>") == "<?xml-stylesheet?>");
  CHECK(found_in("a.xml", "<a><b></a>") == "något som inte går att förstå");
}

TEST_CASE("the line of what is active is told") {
  CHECK(active_part("a.svg", svg_begins + "\n\n<script/></svg>")->line == 3);
}

TEST_CASE("what is found is told with what it does") {
  const std::string runs = ", som kan köra program i läsarens webbläsare | ";
  const std::string fetches = ", som kan hämta något från en annan webbplats | ";
  const std::string unclear = ", så det är osäkert vad filen gör | ";
  CHECK(said_of("<script/>") == "<script>" + runs + "<script>, which can run programs in the reader's browser");
  CHECK(said_of("<g onload='a'/>") == "onload=" + runs + "onload=, which can run programs in the reader's browser");
  CHECK(said_of("<a href='javascript:a'/>") ==
        "länken javascript:a" + runs + "the link javascript:a, which can run programs in the reader's browser");
  CHECK(said_of("<image href='//a'/>") ==
        "länken //a" + fetches + "the link //a, which can fetch something from another site");
  CHECK(said_of("<g fill='url(//a)'/>") == "fill=" + fetches + "fill=, which can fetch something from another site");
  CHECK(said_of("<style>@import 'a'</style>") ==
        "<style>" + fetches + "<style>, which can fetch something from another site");
  CHECK(said_of("<a href='c:x'/>") == "länken c:x" + unclear + "the link c:x, so it is uncertain what the file does");
  CHECK(said_of("<Title/>") == "<Title>" + unclear + "<Title>, so it is uncertain what the file does");
  CHECK(said_of("<x:script xmlns:x='http://www.w3.org/1999/xhtml'/>").starts_with("<x:script>" + runs));
  CHECK(said_of("<use href='data:img/png,a'/>").starts_with("länken data:img/png,a" + unclear));
  CHECK(said_of("<a href='data:text/html,a'/>").starts_with("länken data:text/html,a" + runs));
  CHECK(said_of("<g>") == "något som inte går att förstå" + unclear +
                              "something that cannot be understood, so it is uncertain what the file does");
  CHECK(active_part("a.svg", "<?xml version='1.0' encoding='windows-1250'?><svg/>")->what.sv + " | " ==
        "tecken i kodningen windows-1250" + unclear);
}

TEST_CASE("what is quoted from a file is readable, in one line and not long") {
  CHECK(found("<påsk>") == "<påsk>");
  CHECK(found("<use href='//å.se/日本 a\n\xE2\x80\xAE'/>") == "länken //å.se/日本?a??");
  CHECK(found("<use href='//\xFF'/>") == "länken //?");
  std::string long_link, shown_link;
  for (int i = 0; i < 60; ++i) long_link += "å";
  for (int i = 0; i < 38; ++i) shown_link += "å";
  CHECK(found("<use href='//" + long_link + "'/>") == "länken //" + shown_link);
}
