// SPDX-License-Identifier: MIT

/** How long the data are kept: a download has its own hold on them once it has begun. */
const kKept = 60_000;

/** Hands data to the browser as a download. */
export function download(name: string, data: Blob): void {
  const address = URL.createObjectURL(data);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), kKept);
}
