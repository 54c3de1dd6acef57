/** A text as YAML writes it: quoted where YAML would otherwise read a number, a boolean or nothing. */
export function yamlText(value: string): string {
  const plain = /^[A-Za-z][A-Za-z0-9._/-]*$/.test(value) && !/^(true|false|yes|no|on|off|null|y|n)$/i.test(value);
  return plain ? value : JSON.stringify(value);
}
