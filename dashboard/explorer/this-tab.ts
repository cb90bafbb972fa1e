/** The browser tab that shows the explorer, as sign-in needs it. */
import type { Tab } from "./sign-in.js";

export const thisTab: Tab = {
  origin: location.origin,
  storage: sessionStorage,
  leaveFor: (address) => {
    location.assign(address);
  },
  showAddress: (address) => {
    history.replaceState(null, "", address);
  },
};
