import type { ComponentPropsWithRef } from "react";
import { Icon, type IconName } from "./Icon";
import "./button.css";

type ButtonProps = ComponentPropsWithRef<"button"> & {
  icon?: IconName;
  look?: "plain" | "primary" | "quiet" | "danger";
  small?: boolean;
};

export function Button({ icon, look = "plain", small, className, children, ...rest }: ButtonProps) {
  const classes = ["button", `button--${look}`, small && "button--small", className].filter(Boolean).join(" ");
  return (
    <button className={classes} type="button" {...rest}>
      {icon && <Icon name={icon} size={small ? 14 : 16} />}
      {children}
    </button>
  );
}

/** A button that shows an icon alone; its label is the tooltip too. */
export function IconButton({
  icon,
  label,
  ...rest
}: Omit<ButtonProps, "children" | "icon"> & { icon: IconName; label: string }) {
  return (
    <Button aria-label={label} icon={icon} title={label} {...rest} className={`button--icon ${rest.className ?? ""}`} />
  );
}
