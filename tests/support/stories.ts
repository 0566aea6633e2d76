/** An invented report, as its publisher meant it to be read. */
export type Story = { title: string; source: string; date: string; author: string; paragraphs: string[] };

export const FERRY: Story = {
	title: 'Ferry takes on water after striking harbour buoy',
	source: 'Quay Herald',
	date: '2031-05-06T09:20:00+02:00',
	author: 'Ilse Marr',
	paragraphs: [
		'The ferry Marlow struck a buoy outside the north pier at noon on Tuesday and took on water, the harbour office said. All 64 people aboard reached the shore unhurt.',
		'“We had her alongside within ten minutes”, the harbour master, Tor Belling, told reporters. He said that the crew had sealed two compartments before the first tug arrived.',
		'The company that runs the crossing, Norrsund Lines, said that divers would look at the hull on Wednesday. Sailings in the afternoon were taken over by a smaller vessel.',
		'Passengers described a dull blow and a list to one side. “Cups slid off the tables, and then it was very quiet”, said Mina Oduya, who was on her way to a wedding.',
		'The maritime board opened an inquiry and asked for the ship’s log. It has until the end of June to publish what it finds, a spokesman said.'
	]
};

export const SCHOOL: Story = {
	title: 'Council votes to keep hill school open for two more years',
	source: 'The Varrow Times',
	date: '2031-02-11',
	author: 'Petra Holm',
	paragraphs: [
		'The town council of Varrow voted nine to six on Monday night to keep the school on Castle Hill open until the summer of 2033. Parents in the gallery stood up and clapped.',
		'The mayor had proposed to close it this year because only 41 pupils are enrolled. A report by the county put the cost of repairs to the roof at 380,000 crowns.',
		'“Two years is not a solution, but it is time”, said councillor Dag Sveen, who brought the motion. He wants the building to house the library as well.',
		'The teachers’ union welcomed the vote. Its chair, Rut Amdal, said that four of the seven teachers had already applied for posts elsewhere.',
		'The council will look at the number of pupils again in November, according to the minutes of the meeting.'
	]
};

export const FIRE: Story = {
	title: 'Blaze at paper mill put out after nine hours',
	source: 'Lowland Courier',
	date: '2030-10-19T06:45:00Z',
	author: 'Jonas Teal',
	paragraphs: [
		'Firefighters put out a blaze at the Ekeby paper mill early on Saturday, nine hours after it broke out in a store of baled paper. Two workers were treated for smoke.',
		'The fire service sent 70 people and eleven engines from four towns. Its chief, Lena Roth, said that a sprinkler line had been shut for repairs since Thursday.',
		'Residents within a kilometre were told to keep their windows closed. The county measured soot at three schools and found it below the level at which it warns people.',
		'The mill’s owner, Brandt Papers, said that about 4,000 tonnes of stock were lost and that deliveries would be late by at least a week.',
		'Police have not said how the fire began. A technician is to examine the conveyor where the first flames were seen, the duty officer said.'
	]
};

/** The text that an account of a story should have, title first. */
export function textOf({ title, paragraphs }: Story): string {
	return [title, ...paragraphs].join('\n\n');
}
