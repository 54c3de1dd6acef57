/** What `geometry` says. */
export const say = {
  connections: (count: number) => `${count} connections`,
  ofAllowed: (allowed: number, all: number) => `${allowed} of ${all} allowed`,
  possible: (count: number) => `${count} possible`,
};
