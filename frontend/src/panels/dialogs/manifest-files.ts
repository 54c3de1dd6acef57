/** Several files of manifests as one text, and the way back from a line of that text to a file. */

export type ManifestFile = { name: string; text: string };

export type Joined = { text: string; locate: (line: number | null) => { file: string; line: number | null } };

/** YAML documents of all files, one after the other; a separator stands between files. */
export function joinManifests(files: readonly ManifestFile[]): Joined {
  const starts: { file: string; first: number }[] = [];
  const parts: string[] = [];
  let next = 1;
  for (const { name, text } of files) {
    if (parts.length) {
      parts.push("---\n");
      next += 1;
    }
    const whole = text === "" || text.endsWith("\n") ? text : `${text}\n`;
    starts.push({ file: name, first: next });
    parts.push(whole);
    next += whole.split("\n").length - 1;
  }
  return {
    text: parts.join(""),
    locate: (line) => {
      const start = starts.findLast(({ first }) => line === null || first <= line) ?? starts[0];
      if (!start || line === null) return { file: start?.file ?? "", line: null };
      return { file: start.file, line: line - start.first + 1 };
    },
  };
}

const YAML_NAME = /\.(ya?ml|json)$/i;

/** The manifests among dropped or chosen files. */
export async function readManifestFiles(files: Iterable<File>): Promise<ManifestFile[]> {
  const chosen = [...files].filter(({ name, type }) => YAML_NAME.test(name) || /yaml|json/.test(type));
  return Promise.all(chosen.map(async (file) => ({ name: file.name, text: await file.text() })));
}
