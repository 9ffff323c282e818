// Every change that was shown as saved outlives the whole browser, all its processes killed at once at any moment.

import { rateUnderKills } from "./kills.mjs";

export const counts = { ratings: 1000, kills: 50, seed: 2 };

export function prove(given) {
  return rateUnderKills(given, async (own) => () => own.killBrowser());
}
