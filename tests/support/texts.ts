/** Two invented accounts of one event, as a person would paste them. */
export const POST = `Tram leaves the rails at Mill Lane
The Mill Post, 14 March 2026

A tram left the rails at Mill Lane on Saturday morning, and 12 passengers were hurt, the fire service said.

The driver said the brakes had failed. The operator denied this and said the tram had been checked on Friday.

Mill Lane stays closed until Monday.`;

export const RADIO = `Nine hurt as tram derails
Radio Orrin, 14 March 2026

Nine people were hurt when a tram derailed at Mill Lane on Saturday, according to the operator.

"The brakes were in order," said Petra Vance, a spokeswoman for the operator. Mill Lane is closed until Monday.`;

/** Two invented accounts that give one utterance to two people, and one without it. */
export const UNDER_TWO_NAMES = [
	`Sluice opened at dawn
Dunmere Courier, 3 May 2031

The meadow was flooded on Friday.

"We opened the upper sluice at dawn because the lower meadow was already under water," said Mary Reed, who keeps the sluice.`,
	`Meadow under water
Coast Herald, 4 May 2031

Water stood in the meadow on Friday.

"We opened the upper sluice at dawn because the lower meadow was already under water," said Peter Lind, the mayor.`
] as const;
export const WITHOUT_THE_WORDS = `Barns flooded
Radio Tern, 5 May 2031

The meadow was flooded on Friday, and two barns with it, the fire brigade said.`;

/** A saved page that says who published it, when and where. */
export const PAGE = `<!doctype html><html lang="en"><head><title>Brakes questioned after tram crash | Orrin Herald</title>
<meta property="og:site_name" content="Orrin Herald">
<link rel="canonical" href="https://herald.example/tram">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Brakes questioned after tram crash",
"datePublished":"2026-03-15T07:30:00+01:00","author":{"name":"Ida Brandt"}}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Brakes questioned after tram crash</h1>
<p>Inspectors are looking at the brakes of the tram that left the rails at Mill Lane on Saturday, the city said on Sunday.</p>
<p>Twelve people were treated in hospital, and two of them were still there on Sunday, a spokesman for the hospital said.</p>
</article></body></html>`;

/** A text that takes the engine a moment: invented sentences, no two the same. */
export function longText(title: string, sentences: number): string {
	const who = ['The mayor', 'A driver', 'The operator', 'The inspector', 'A passenger'];
	const did = ['saw', 'reported', 'denied', 'repaired', 'closed', 'checked', 'counted'];
	const what = ['trams', 'brakes', 'rails', 'signals', 'stops', 'doors', 'wires', 'switches', 'lamps'];
	const lines = Array.from({ length: sentences }, (_, n) => {
		const line = `${who[n % 5]} ${did[n % 7]} ${n + 2} ${what[n % 9]} at stop ${(n * 7) % 311} on Monday.`;
		return n % 4 === 3 ? `${line}\n` : line;
	});
	return `${title}\n\n${lines.join('\n')}`;
}

/** The same event in German. */
export const BLATT = `Straßenbahn entgleist in der Mill Lane
Orriner Blatt, 14.03.2026

Bei einem Unglück mit einer Straßenbahn sind am Samstag in Orrin 12 Fahrgäste verletzt worden. Das teilte die Feuerwehr am Nachmittag mit, die mit 31 Leuten im Einsatz war.

„The brakes were in order“, sagte Petra Vance, die Sprecherin des Betriebs. Der Fahrer hatte sich über die Bremsen beklagt, wie es aus dem Rathaus hieß. Die Straße ist bis zum 16. März gesperrt, und die Ursache des Unglücks wird noch untersucht.`;
