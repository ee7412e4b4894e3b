// SPDX-License-Identifier: MIT
import type { Form } from "../../web/src/form/model.ts";
import type { Preset } from "../../web/src/form/presets.ts";
import { readFragment } from "../../web/src/form/read-fragment.ts";
import type { Numbers } from "../../web/src/format/numbers.ts";

export function presetForm(preset: Preset, numbers: Numbers): Form {
  return readFragment(preset.link, numbers).form;
}
