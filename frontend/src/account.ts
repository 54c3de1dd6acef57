// The look of the account pages, which the server writes itself: they work without any script.
import "@fontsource-variable/inter/index.css";
import "./app/tokens.css";
import "./app/base.css";
import "./panels/parts/button.css";
import "./panels/parts/field.css";
import "./panels/parts/logo.css";
import "./app/account/account.css";
import { printLight } from "./app/print-light";
import { uiStore } from "./store/ui";

printLight();
const { theme } = uiStore.getState();
if (theme !== "system") document.documentElement.dataset.theme = theme;
