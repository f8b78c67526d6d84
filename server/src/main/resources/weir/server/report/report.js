// SPDX-License-Identifier: Apache-2.0
'use strict';

/* Elements and words every view uses. Every text of the data reaches the page through clean() and a text node. */

const byId = id => document.getElementById(id);

// Controls, format characters and lone surrogates could hide or reorder what stands around them: show their number.
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb]|\p{Cs}|[\u{e0000}-\u{e0fff}]/gu;
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu;

function clean(value) {
  return String(value ?? '')
    .replace(INVISIBLE, c => '\\u' + c.codePointAt(0).toString(16).padStart(4, '0'))
    .replace(STACKED_MARKS, '$1…');
}

function cut(value, most) {
  const text = clean(value);
  if (text.length <= most) return text;
  return text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '') + '…';
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? '' : cut(value, 2000));
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(4)) {
    if (child === null || child === undefined || child === false || child === '') continue;
    element.append(child instanceof Node ? child : document.createTextNode(clean(child)));
  }
}

/** An HTML element: tag, attributes (a function is a listener of that event), children. */
function h(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function svg(tag, attributes, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

/** A value of the data: isolated from the text around it, shortened with the whole of it as tooltip. */
function value(text, most = 60) {
  const whole = clean(text);
  if (whole.length <= most) return h('bdi', {}, whole);
  return h('bdi', { class: 'cut', title: whole }, cut(whole, most));
}

/** A value that may be long and opens on request. */
function longValue(text) {
  const whole = clean(text);
  if (whole.length <= 160) return h('bdi', {}, whole);
  return h(
    'details',
    { class: 'long' },
    h('summary', {}, h('bdi', {}, cut(whole, 120)), h('small', {}, ` ${number(whole.length)} characters`)),
    h('bdi', { class: 'whole' }, whole.slice(0, 20000)),
  );
}

function icon(role, className = 'icon') {
  return svg('svg', { class: className, 'aria-hidden': 'true' }, svg('use', { href: '#icon-' + iconName(role) }));
}

function iconName(role) {
  return ROLES.has(role) ? role : 'unknown';
}

// ---- numbers, times

const GROUPED = new Intl.NumberFormat('en-GB');
const NATURAL = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function number(n) {
  return typeof n === 'number' ? GROUPED.format(n) : clean(n);
}

function bytes(n) {
  if (typeof n !== 'number') return '';
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  let size = n;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return (unit === 0 || size >= 100 ? size.toFixed(0) : size.toPrecision(2)) + '\u00a0' + units[unit];
}

function plural(n, one, many = one + 's') {
  return number(n) + '\u00a0' + (n === 1 ? one : many);
}

/** 2026-03-01T08:00:00.000000Z as 2026-03-01 08:00:00; all times are UTC and the whole stands in the tooltip. */
function time(text, from = 0) {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)/.exec(text || '');
  if (!parts) return text ? value(text, 30) : h('span', { class: 'none' }, '–');
  return h('time', { datetime: text, title: text + ' (UTC)' }, (parts[1] + ' ' + parts[2]).slice(from));
}

function span(first, last) {
  const seconds = (Date.parse(last) - Date.parse(first)) / 1000;
  if (!(seconds >= 0)) return '';
  if (seconds < 120) return seconds.toFixed(seconds < 10 ? 1 : 0) + '\u00a0s';
  if (seconds < 7200) return Math.round(seconds / 60) + '\u00a0min';
  if (seconds < 172800) return (seconds / 3600).toFixed(1) + '\u00a0h';
  return (seconds / 86400).toFixed(1) + '\u00a0days';
}

function latency(micros) {
  if (typeof micros !== 'number') return '–';
  if (micros < 1000) return number(micros) + '\u00a0µs';
  return micros < 1e6 ? (micros / 1000).toPrecision(3) + '\u00a0ms' : (micros / 1e6).toPrecision(3) + '\u00a0s';
}

// ---- the field's words

const LEVELS = ['5', '4', '3.5', '3', '2', '1', '0', '?'];
const LEVEL_NAMES = new Map([
  ['5', 'Enterprise network'],
  ['4', 'Site business'],
  ['3.5', 'Industrial DMZ'],
  ['3', 'Site operations'],
  ['2', 'Area supervision'],
  ['1', 'Basic control'],
  ['0', 'Process'],
  ['?', 'Level not known'],
]);

/** Role: what it is called, and its family (which colours its box). */
const ROLES = new Map([
  ['plc', ['PLC', 'control']],
  ['rtu', ['RTU', 'control']],
  ['io_device', ['I/O device', 'control']],
  ['drive', ['Drive', 'control']],
  ['hmi', ['HMI', 'operate']],
  ['scada_server', ['SCADA server', 'operate']],
  ['engineering_workstation', ['Engineering workstation', 'operate']],
  ['historian', ['Historian', 'operate']],
  ['gateway', ['Gateway', 'network']],
  ['switch', ['Switch', 'network']],
  ['router', ['Router', 'network']],
  ['firewall', ['Firewall', 'network']],
  ['server', ['Server', 'office']],
  ['workstation', ['Workstation', 'office']],
  ['printer', ['Printer', 'office']],
  ['camera', ['Camera', 'office']],
  ['phone', ['Phone', 'office']],
  ['group', ['Multicast group', 'network']],
  ['unknown', ['Unknown', 'unknown']],
]);
const ROLE_FAMILIES = [
  ['control', 'controllers and field devices'],
  ['operate', 'operation and engineering'],
  ['network', 'network and gateways'],
  ['office', 'computers and office'],
  ['unknown', 'role not known'],
];

/** Verb: risk 0 to 5, what it does to a plant. */
const VERBS = new Map([
  ['program', [5, 'moves or changes control logic']],
  ['firmware', [5, 'replaces device software']],
  ['control', [4, 'changes what a device is doing']],
  ['write', [3, 'changes process values']],
  ['configure', [3, 'changes how a device is set up']],
  ['file', [2, 'moves, lists or deletes files']],
  ['time', [2, 'sets a clock']],
  ['alarm', [2, 'raises or silences alarms']],
  ['authenticate', [2, 'proves who somebody is']],
  ['other', [2, 'purpose not known']],
  ['read', [1, 'takes values']],
  ['subscribe', [1, 'asks to be told']],
  ['identify', [1, 'asks who a device is']],
  ['diagnose', [1, 'looks after device or line']],
  ['session', [0, 'opens or keeps an association']],
]);
const RISKS = [
  [5, 'program, firmware'],
  [4, 'control'],
  [3, 'write, configure'],
  [1, 'read and the rest'],
];

const GRADES = new Map([
  ['whole', ['whole', 'seen from start to end, nothing missing']],
  ['joined', ['joined', 'already running when the capture began']],
  ['lossy', ['lossy', 'bytes of it are missing']],
  ['one_way', ['one way', 'only one direction was seen']],
]);

const FAMILIES = [
  [
    'controllers',
    'controller protocols',
    'modbus umas enip cip pccc cspv4 s7comm s7comm_plus s7plus fins ads ge_srtp gesrtp egd melsec slmp melsoft hart_ip hartip ' +
      'pn_dcp pn_rt pn_io pn_cm profinet ethercat codesys opto22 sinec powerlink sercos ccl cclink',
  ],
  ['energy', 'energy protocols', 'dnp3 iec104 iec101 mms goose sv synchrophasor c37118 iccp tase2 dlms'],
  ['building', 'building protocols', 'bacnet bacnet_sc knx lon lonworks fox niagara'],
  ['supervision', 'supervision and data', 'opcua opc_ua opcda dcom mqtt sparkplug amqp kafka coap historian pi'],
  [
    'people',
    'remote access, files, web',
    'ssh rdp vnc telnet ftp tftp smb nfs http https tls winrm dcerpc msrpc sql tds mysql postgres teamviewer',
  ],
  [
    'services',
    'network services',
    'dns mdns llmnr nbns netbios dhcp bootp ntp ptp snmp lldp cdp stp arp icmp icmpv6 igmp syslog ldap kerberos radius ssdp vrrp hsrp ospf mrp',
  ],
];
const FAMILY_OF = new Map(FAMILIES.flatMap(([key, , names]) => names.split(' ').map(name => [name, key])));

const familyOf = protocol => FAMILY_OF.get(String(protocol).toLowerCase().replaceAll('-', '_')) || 'other';
const roleName = role => ROLES.get(role)?.[0] ?? role ?? 'Unknown';
const roleFamily = role => ROLES.get(role)?.[1] ?? 'unknown';
const risk = verb => VERBS.get(verb)?.[0] ?? 2;
const level = asset => (LEVELS.includes(asset.level) ? asset.level : '?');

/** The colour class of a risk: 5, 4, 3, and 1 for everything that changes nothing. */
const riskClass = n => 'risk-' + (n >= 3 ? n : 1);

function verbBadge(verb) {
  return h('span', { class: 'verb ' + riskClass(risk(verb)), title: VERBS.get(verb)?.[1] }, value(verb, 20));
}

function levelBadge(asset) {
  const of = level(asset);
  return h('span', { class: 'level', title: `${LEVEL_NAMES.get(of)}. ${asset.levelReason || ''}` }, of);
}
