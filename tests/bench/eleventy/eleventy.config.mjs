// As fast as Eleventy can fairly be: no template engine over Markdown, a plain function for a layout,
// the navigation of a network worked out once.
import { makeMarkdown } from "./markdown.mjs";
import { pageLayout, sitemap } from "./layout.mjs";
import { Networks } from "./networks.mjs";

export default function (eleventy) {
  const networks = new Networks();
  const { markdown, contentsOf } = makeMarkdown();

  eleventy.setLibrary("md", markdown);
  eleventy.setUseGitIgnore(false);
  eleventy.addCollection("networks", (collections) => networks.assemble(collections.getAll()));
  eleventy.addGlobalData("layout", "page.11ty.js");
  eleventy.addGlobalData("permalink", () => (data) => `${data.page.filePathStem}.html`);
  eleventy.addTemplate("_includes/page.11ty.js", (data) => pageLayout(data, networks, contentsOf(data.page)));
  eleventy.addTemplate("sitemap.11ty.js", ({ collections }) => sitemap(collections.all), {
    permalink: "/sitemap.xml", layout: null, eleventyExcludeFromCollections: true,
  });
  eleventy.addPassthroughCopy({ [new URL("../hugo/static/site.css", import.meta.url).pathname]: "site.css" });

  return { markdownTemplateEngine: false, htmlTemplateEngine: false, templateFormats: ["md", "11ty.js"] };
}
