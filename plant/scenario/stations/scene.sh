# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# reach SECOND: waits for that second of the scene.
reach() {
  local wait=$((PLANT_ZERO + $1 * 1000 - $(date +%s%3N)))
  ((wait > 0)) && sleep "$((wait / 1000)).$(printf %03d $((wait % 1000)))"
  return 0
}
