// SPDX-License-Identifier: MIT
//
// The documents stand in the file's foot, each folded.
import { unpacked } from "./unpacked.ts";

export function dressDocuments(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("footer details a[href^='#']")) {
    link.addEventListener("click", (event) => {
      // The address holds the account.
      event.preventDefault();
      open(link.hash.slice(1));
    });
  }
  document.getElementById("document-notices")?.addEventListener("toggle", unpackNotices, { once: true });
}

function open(id: string): void {
  const details = document.getElementById(id);
  if (!(details instanceof HTMLDetailsElement)) return;
  details.open = true;
  details.querySelector("summary")?.focus();
}

async function unpackNotices(): Promise<void> {
  const place = document.querySelector("#document-notices pre");
  if (place) place.textContent = await unpacked("packed-notices").text();
}
