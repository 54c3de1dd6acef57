/** What `geometry` says. */
export const say = {
  ofAllowed: (allowed: number, all: number) => `${allowed} of ${all} allowed`,
};
