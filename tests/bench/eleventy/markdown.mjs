// markdown-it with what the other generators have: footnotes, task lists, heading ids and a contents list.
import MarkdownIt from "markdown-it";
import footnote from "markdown-it-footnote";

export function makeMarkdown() {
  const contents = new Map();
  const markdown = new MarkdownIt({ html: true, linkify: true, typographer: true }).use(footnote);
  markdown.core.ruler.push("heading_ids", (state) => {
    contents.set(state.env.page?.inputPath, giveHeadingsIds(state.tokens));
  });
  markdown.core.ruler.push("task_lists", (state) => markTasks(state));
  return { markdown, contentsOf: (page) => nestedList(contents.get(page.inputPath) ?? []) };
}

function giveHeadingsIds(tokens) {
  const taken = new Map();
  const headings = [];
  tokens.forEach((token, index) => {
    if (token.type !== "heading_open") return;
    const text = tokens[index + 1].content;
    const id = uniqueId(text, taken);
    token.attrSet("id", id);
    headings.push({ level: Number(token.tag[1]), id, text });
  });
  return headings;
}

function uniqueId(text, taken) {
  const id = text.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, "").replaceAll(" ", "-");
  const times = taken.get(id) ?? 0;
  taken.set(id, times + 1);
  return times ? `${id}-${times}` : id;
}

function markTasks(state) {
  state.tokens.forEach((token, index, tokens) => {
    const box = token.type === "inline" && tokens[index - 2]?.type === "list_item_open" && /^\[([ x])\] /.exec(token.content);
    if (!box) return;
    const text = token.children[0];
    text.content = text.content.slice(box[0].length);
    const input = new state.Token("html_inline", "", 0);
    input.content = `<input type="checkbox" disabled${box[1] === "x" ? " checked" : ""}> `;
    token.children.unshift(input);
  });
}

// Headings of level two, those of level three nested in them.
function nestedList(headings) {
  const link = ({ id, text }) => `<a href="#${id}">${text}</a>`;
  let html = "";
  let inner = false;
  for (const heading of headings) {
    if (heading.level === 3) {
      html += `${inner ? "" : "<ul>"}<li>${link(heading)}</li>`;
      inner = true;
    } else {
      html += `${inner ? "</ul>" : ""}${html ? "</li>" : ""}<li>${link(heading)}`;
      inner = false;
    }
  }
  return `<ul>${html}${inner ? "</ul>" : ""}${html ? "</li>" : ""}</ul>`;
}
