// SPDX-License-Identifier: Apache-2.0

/* The data, indexed once: who is who, who talks to whom, what each row can be found by. */

function readData() {
  try {
    return JSON.parse(byId('data').textContent);
  } catch (problem) {
    byId('failure').hidden = false;
    byId('failure').textContent = 'The data in this file is damaged and cannot be read: ' + cut(problem.message, 200);
    return {};
  }
}

const list = of => (Array.isArray(of) ? of : []);

const data = readData();
const inputs = list(data.inputs);
const summary = data.summary || {};
const assets = list(data.assets);
const conversations = list(data.conversations);
const assetById = new Map(assets.map(asset => [asset.id, asset]));
for (const entry of list(summary.levels)) if (entry.name) LEVEL_NAMES.set(entry.level, clean(entry.name));

/** Of each asset: the conversations it takes part in, and the devices reached through it. */
const talksOf = new Map(assets.map(asset => [asset.id, []]));
const behindOf = new Map();
for (const talk of conversations) {
  talk.risk = Math.max(0, ...list(talk.operations).map(operation => risk(operation.verb)));
  talk.count = list(talk.operations).reduce((sum, operation) => sum + (operation.count || 0), 0);
  talk.refused = list(talk.operations).reduce((sum, operation) => sum + (operation.refused || 0), 0);
  talk.packets = (talk.packetsOut || 0) + (talk.packetsBack || 0);
  talk.bytes = (talk.bytesOut || 0) + (talk.bytesBack || 0);
  talksOf.get(talk.client)?.push(talk);
  if (talk.server !== talk.client) talksOf.get(talk.server)?.push(talk);
}

/** The gateway an asset hangs on: the outermost known one, null without; a circle of gateways counts as none. */
function hangsOn(asset) {
  const seen = new Set([asset.id]);
  let root = null;
  for (let at = assetById.get(asset.gateway); at; at = assetById.get(at.gateway)) {
    if (seen.has(at.id)) return null;
    seen.add(at.id);
    root = at;
  }
  return root;
}

for (const asset of assets) {
  asset.root = hangsOn(asset);
  if (!asset.root) continue;
  if (!behindOf.has(asset.root.id)) behindOf.set(asset.root.id, []);
  behindOf.get(asset.root.id).push(asset);
}

/** A time in a table: without the date when the whole capture lies within one day. */
const oneDay =
  new Set(
    inputs
      .flatMap(input => [input.first, input.last])
      .filter(Boolean)
      .map(text => String(text).slice(0, 10)),
  ).size === 1;
const clock = text => time(text, oneDay ? 11 : 0);

// in lists and on the map its kind stands beside the name anyway
const nameOf = asset => asset.name || asset.label || asset.id;

function assetHref(asset) {
  return '#asset/' + encode(asset.id);
}

/** Percent-encoded; a lone surrogate, which has no encoding, falls back to a place in the list. */
function encode(text) {
  try {
    return encodeURIComponent(text);
  } catch (problem) {
    return '~' + assets.findIndex(asset => asset.id === text);
  }
}

function assetAt(argument) {
  let id = argument;
  try {
    id = decodeURIComponent(argument);
  } catch (problem) {
    // not percent-encoded by this page: take it as it stands
  }
  return assetById.get(id) ?? (/^~\d+$/.test(argument) ? assets[+argument.slice(1)] : undefined);
}

/** A link to the asset of this id, or the bare id when the data does not hold it. */
function assetLink(id, most = 36) {
  const asset = assetById.get(id);
  if (!asset) return value(id, most);
  const name = nameOf(asset);
  return h(
    'a',
    {
      href: assetHref(asset),
      class: 'asset',
      title: `${name}\n${roleName(asset.role)}, level ${level(asset)}\n${asset.id}`,
    },
    icon(asset.role),
    h('bdi', {}, cut(name, most)),
  );
}

/** The evidence by attribute, the chosen value first; conflict = more than one value claimed. */
function evidenceOf(asset) {
  const groups = new Map();
  for (const item of list(asset.evidence)) {
    if (!groups.has(item.attribute)) groups.set(item.attribute, []);
    groups.get(item.attribute).push(item);
  }
  return [...groups].map(([attribute, items]) => ({
    attribute,
    items: items.sort((a, b) => (b.chosen === true) - (a.chosen === true) || (b.confidence || 0) - (a.confidence || 0)),
    conflict: new Set(items.map(item => item.value)).size > 1 && !MANY_VALUED.has(attribute),
  }));
}

/** Attributes of which an asset rightly has several. */
const MANY_VALUED = new Set(['mac', 'ip', 'port', 'mode', 'certificate', 'fingerprint', 'module', 'role', 'level']);

const hasConflict = asset => evidenceOf(asset).some(group => group.conflict);

/** Business network (4, 5) and plant (3 and below) speaking with nothing of the DMZ between. */
function bypassesDmz(talk) {
  const ends = [talk.client, talk.server]
    .map(id => assetById.get(id))
    .filter(Boolean)
    .map(level);
  return ends.some(end => end === '4' || end === '5') && ends.some(end => ['3', '2', '1', '0'].includes(end));
}

// ---- what a row can be found by: its texts, and exact words such as level:1

const KEYED = /^(level|role|protocol|verb|grade|is|zone):/;

function matcher(query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return haystack =>
    words.every(word => (KEYED.test(word) ? haystack.includes(' ' + word + ' ') : haystack.includes(word)));
}

function haystack(keys, texts) {
  const words = keys.filter(([, key]) => key).map(([name, key]) => `${name}:${String(key).replace(/\s+/g, '_')}`);
  return (' ' + words.join(' ') + ' ' + texts.filter(Boolean).map(clean).join(' ') + ' ').toLowerCase();
}

function assetText(asset) {
  asset.text ??= haystack(
    [
      ['level', level(asset)],
      ['role', asset.role],
      ['zone', asset.zoneHint],
      ['is', hasConflict(asset) && 'conflict'],
      ['is', asset.root && 'behind'],
      ...list(asset.protocols).map(protocol => ['protocol', protocol]),
    ],
    [
      asset.id,
      asset.label,
      asset.unit,
      asset.name,
      roleName(asset.role),
      asset.macVendor,
      asset.vendor,
      asset.model,
      asset.orderNumber,
      asset.firmware,
      asset.hardware,
      asset.serial,
      asset.zoneHint,
      ...list(asset.addresses),
      ...list(asset.macs),
      ...list(asset.protocols),
      ...list(asset.evidence).flatMap(item => [item.value, item.source]),
    ],
  );
  return asset.text;
}

function talkText(talk) {
  talk.text ??= haystack(
    [
      ['protocol', talk.protocol],
      ['grade', talk.grade],
      ['is', talk.refused > 0 && 'refused'],
      ['is', list(talk.violations).length > 0 && 'violation'],
      ['is', bypassesDmz(talk) && 'bypass'],
      ['is', talk.risk >= 3 && 'change'],
      ...list(talk.operations).map(operation => ['verb', operation.verb]),
      ...[talk.client, talk.server].map(id => ['level', assetById.has(id) && level(assetById.get(id))]),
    ],
    [
      talk.client,
      talk.server,
      talk.protocol,
      talk.transport,
      talk.port,
      talk.grade,
      ...[talk.client, talk.server].map(id => assetById.has(id) && nameOf(assetById.get(id))),
      ...list(talk.operations).flatMap(operation => [operation.service, operation.verb, ...list(operation.targets)]),
      ...list(talk.violations).map(violation => violation.name),
    ],
  );
  return talk.text;
}
