// SPDX-License-Identifier: MIT
import { execFileSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * The commit that a page is built from, with "+" where its files have changed since; "" outside of a checkout. Of one
 * length, for git's own choice depends on what else the checkout holds.
 */
export function commit() {
  // A copy of the sources within somebody else's checkout is none of its commits.
  const env = { ...process.env, GIT_CEILING_DIRECTORIES: dirname(root.replace(/\/$/, "")) };
  try {
    const args = ["describe", "--always", "--exclude=*", "--abbrev=10", "--dirty=+"];
    return execFileSync("git", args, { cwd: root, env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "";
  }
}
