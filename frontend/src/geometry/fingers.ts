/** Whether this screen is mainly worked with fingers, as CSS asks by `pointer: coarse`: what is pressed is larger then. */
export const FINGERS = typeof matchMedia !== "undefined" && matchMedia("(pointer: coarse)").matches;
