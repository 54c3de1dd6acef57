/** The table as it is shown, as text. */
import type { Item } from "./axes";
import { lookOf } from "./cell";
import type { TableModel } from "./use-table-model";

const CORNER = { straight: "from \\ to", turned: "to \\ from" };

export function asCsv(model: TableModel): string {
  return linesOf(model)
    .map((line) => `${line.map(quoted).join(",")}\r\n`)
    .join("");
}

export function asMarkdown(model: TableModel): string {
  const [head = [], ...rest] = linesOf(model);
  const row = (cells: string[]) => `| ${cells.map((cell) => cell.replace(/[|\\]/g, "\\$&")).join(" | ")} |\n`;
  return `${row(head)}|${"---|".repeat(head.length)}\n${rest.map(row).join("")}`;
}

function linesOf(model: TableModel): string[][] {
  const { axes, view, reach, question } = model;
  const [rows, columns] = view.turned ? [axes.destinations, axes.sources] : [axes.sources, axes.destinations];
  const cell = (row: Item, column: Item) => {
    const { look } = view.turned ? lookOf(reach, column, row, question) : lookOf(reach, row, column, question);
    return [look.sign, look.full ?? look.text].filter(Boolean).join(" ");
  };
  const head = [view.turned ? CORNER.turned : CORNER.straight, ...columns.map(({ name }) => name)];
  return [head, ...rows.map((row) => [row.name, ...columns.map((column) => cell(row, column))])];
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
