import { syntaxHighlighting } from "@codemirror/language";
import { tagHighlighter, tags } from "@lezer/highlight";
import "./highlighting.css";

/** YAML's parts as class names; the style sheet gives them the theme's colours. */
export const yamlTags = tagHighlighter([
  { tag: tags.definition(tags.propertyName), class: "yaml-key" },
  { tag: [tags.content, tags.string, tags.attributeValue], class: "yaml-value" },
  { tag: tags.comment, class: "yaml-comment" },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace, tags.meta], class: "yaml-sign" },
]);

export const yamlHighlighting = syntaxHighlighting(yamlTags);
