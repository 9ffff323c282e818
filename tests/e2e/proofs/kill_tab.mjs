// Every change that was shown as saved outlives its tab, killed at any moment.

import { rateUnderKills } from "./kills.mjs";

export const counts = { ratings: 1000, kills: 50, seed: 1 };

/** Most tabs are killed from outside, wherever they are; some crash from inside. */
export function prove(given) {
  return rateUnderKills(given, (own, random) => (random() < 0.7 ? own.killRenderers() : own.crashPage()));
}
