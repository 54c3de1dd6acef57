import ts from "typescript";

/** A text that people see and that stands in the code itself. `node`: the literal, or the text between two tags. */
export interface StrayText {
  node: ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateExpression | ts.JsxText;
  text: string;
  line: number;
}

// Attributes and properties that hold words for people, whatever these look like.
const WORDS =
  /^(aria-label|aria-description|title|placeholder|alt|label|legend|hint|heading|empty|none|words?|about|meaning|told|summary)$/;
// Attributes that never do.
const CODE =
  /^(className|class|d|id|key|name|role|style|type|href|src|viewBox|command|look|icon|at|kind|data-.*|grid.*)$/;
const COMPARED = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.InKeyword,
]);
// What these are given is read by programs, or by us.
const PROGRAMS =
  /(^|\.)(Error|TypeError|startsWith|endsWith|includes|indexOf|split|join|replace|test|matches|closest|querySelector|querySelectorAll|matchMedia|getContext|getItem|setItem|removeItem|getElementById|setAttribute|toLocaleDateString|load|warn|error|log|setProperty|removeProperty|fetch|request|useRequest|send|sendOrTell|submit|URL|RegExp|NumberFormat|DateTimeFormat|RelativeTimeFormat|PluralRules|addEventListener|removeEventListener|execCommand|check|assign|assert|parse|listen|lazy|glob)$/;

// What no sentence has; the last two are keys: of a place, such as "Pod prod/web", and of a pod's gate.
const CODE_SIGNS = /[<>{}=\n]|;(?! )|^\w+ …\/…?$|^… (in|e)gress$/;
const CHILD = "child of an element";

/** Every text for people that stands outside of the catalogue, in the order of the file. */
export function strayTexts(file: ts.SourceFile): StrayText[] {
  const found: StrayText[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isInterfaceDeclaration(node)) return;
    const text = textOf(node);
    if (text !== null && isForPeople(node, text)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push({ node: node as StrayText["node"], text, line: line + 1 });
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The words of a literal, with "…" for what is filled in; null for any other node. */
function textOf(node: ts.Node): string | null {
  if (ts.isJsxText(node)) return node.text.replace(/\s+/g, " ").trim();
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join("");
}

function isForPeople(node: ts.Node, text: string): boolean {
  if (!/[a-z]{2}/i.test(text)) return false;
  if (ts.isJsxText(node)) return true;
  const place = placeOf(node);
  if (place === null) return false;
  if (place.name === CHILD) return true;
  if (place.words) return !/^[a-z]+([-.][a-z]+)*$/.test(text) || text.length > 20 || place.name.startsWith("aria");
  return /^(…|["“(]?[A-Z])/.test(text) ? / [a-z…]/.test(text) && !CODE_SIGNS.test(text) : isSentence(text);
}

/** Words that begin small: at least three of them, and nothing that only code has. */
function isSentence(text: string): boolean {
  return /^[a-z]+( [a-z0-9…,']+){2,}[.:?]?( |$)/i.test(text) && !CODE_SIGNS.test(text) && !/[_/]|--/.test(text);
}

/** What the literal is the value of; null where it is compared, looked up, or given to a program. */
function placeOf(literal: ts.Node): { name: string; words: boolean } | null {
  for (let node = literal; ; node = node.parent) {
    const { parent } = node;
    if (!parent || ts.isSourceFile(parent) || ts.isBlock(parent)) return { name: "", words: false };
    if (ts.isBinaryExpression(parent) && COMPARED.has(parent.operatorToken.kind)) return null;
    if (ts.isCaseClause(parent) || ts.isLiteralTypeNode(parent) || ts.isRegularExpressionLiteral(parent)) return null;
    if (ts.isElementAccessExpression(parent) && parent.argumentExpression === node) return null;
    if (ts.isTaggedTemplateExpression(parent) || ts.isThrowStatement(parent)) return null;
    if (ts.isConditionalExpression(parent) && parent.condition === node) return null;
    if ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression !== node) {
      return PROGRAMS.test(parent.expression.getText()) ? null : { name: "", words: false };
    }
    if (ts.isJsxExpression(parent) && !ts.isJsxAttribute(parent.parent)) return { name: CHILD, words: true };
    if (ts.isJsxAttribute(parent) || ts.isPropertyAssignment(parent)) {
      if (parent.name === node) return null;
      const name = parent.name.getText().replace(/["']/g, "");
      return CODE.test(name) ? null : { name, words: WORDS.test(name) };
    }
    if (ts.isArrowFunction(parent) || ts.isFunctionDeclaration(parent)) return { name: "", words: false };
  }
}
