// SPDX-License-Identifier: Apache-2.0
// The timetable of one station, in seconds of the recording: zero and length are the same for all processes of a scene.
'use strict';

const zero = Number(process.env.PLANT_ZERO);
const length = Number(process.env.PLANT_SECONDS);
if (!zero || !length) {
  throw new Error('PLANT_ZERO and PLANT_SECONDS are not set; record sets them');
}

const until = (second) => Math.max(0, zero + second * 1000 - Date.now());
const after = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Resolves at that second of the scene. */
exports.reach = (second) => after(until(second));

/** Runs the action from that second on, each period of seconds, to the end of the scene. */
exports.every = (from, period, action) => {
  setTimeout(() => {
    action();
    setInterval(action, period * 1000);
  }, until(from));
};

/** Runs the action at the end of the scene and leaves. */
exports.atEnd = async (action) => {
  await exports.reach(length);
  await action();
  process.exit(0);
};
