// SPDX-License-Identifier: Apache-2.0

/* What happened that somebody should look at, and which techniques can be seen on this site at all. */

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'];

function incidentsCard() {
  const all = [...list(data.incidents)].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.start.localeCompare(b.start),
  );
  const note = all.length
    ? `${plural(data.findings, 'finding')} made ${plural(all.length, 'incident')}. Each says what was expected, what was seen, and what would make it harmless.`
    : 'Nothing was found that opens an incident.';
  return card('Incidents', note, all.map(incident));
}

function incident(one) {
  const fact = (name, text) => (text ? [h('dt', {}, name), h('dd', {}, longValue(text))] : null);
  return h(
    'details',
    { class: 'incident ' + one.severity, open: one.severity === 'critical' },
    h(
      'summary',
      {},
      h('b', { class: 'severity' }, one.severity),
      ' ',
      value(one.title, 140),
      ' ',
      h('small', {}, time(one.start), ' UTC, packets ', number(one.firstPacket), ' to ', number(one.lastPacket)),
    ),
    h('p', {}, longValue(one.story)),
    h(
      'dl',
      {},
      fact('Expected', one.expected),
      fact('Seen', one.seen),
      fact('Harmless if', one.benignIf),
      fact('For the operation', one.impact),
      fact('Furthest tactic', one.phase),
      fact('ATT&CK for ICS', one.techniques.join(', ')),
      fact('Devices', one.assets.join(', ')),
    ),
  );
}

function coverageCard() {
  const lines = list(data.coverage);
  if (!lines.length) return null;
  const covered = lines.filter(line => line.detectors.length);
  return card(
    'Coverage',
    `${covered.length} of ${plural(lines.length, 'technique')} of ATT&CK for ICS can be seen with what this capture shows of the site.`,
    h(
      'details',
      {},
      h('summary', {}, 'Technique by technique'),
      h(
        'div',
        { class: 'scroll' },
        h(
          'table',
          {},
          h('thead', {}, h('tr', {}, ['Technique', 'Name', 'Detectors', 'Tested'].map(t => h('th', { scope: 'col' }, t)))),
          h(
            'tbody',
            {},
            lines.map(line =>
              h(
                'tr',
                {},
                h('td', {}, line.id),
                h('td', {}, line.name),
                h('td', {}, line.detectors.length ? line.detectors.join(' ') : h('span', { class: 'quiet' }, line.why)),
                h('td', {}, line.tested ? 'yes' : 'no'),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}
