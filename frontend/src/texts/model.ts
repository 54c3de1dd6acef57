/** What `model` says. */
export const say = {
  allBut: (value: string) => `all but ${value}`,
  everyPort: (protocol: string) => `every ${protocol} port`,
};
