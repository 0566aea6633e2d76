/** Verbs with the forms of their past that no rule gives, where the treebanks that the table was learned from lack one. */
const VERBS =
	'arise=arisen awake=awoke=awoken beat=beaten befall=befell begin=begun bend=bent bite=bitten bleed=bled blow=blew=blown breed=bred break=broken=broke burn=burnt catch=caught choose=chosen cling=clung creep=crept deal=dealt dive=dove draw=drawn=drew drive=driven=drove drink=drank=drunk dig=dug eat=eaten fall=fallen feed=fed feel=felt flee=fled fly=flew=flown fling=flung forbid=forbade=forbidden foresee=foresaw forgive=forgave=forgiven forget=forgot=forgotten fight=fought free=freed freeze=froze=frozen grow=grown=grew hide=hidden=hid hang=hung kneel=knelt lay=laid leap=leapt lend=lent light=lit mistake=mistook=mistaken mislead=misled outrun=outran overcome=overcame overhear=overheard oversee=oversaw=overseen overtake=overtook=overtaken overthrow=overthrew=overthrown pay=paid prove=proven run=ran ring=rang=rung rebuild=rebuilt repay=repaid resell=resold ride=ridden=rode rise=risen=rose sink=sank=sunk sew=sewn shake=shaken=shook shine=shone shrink=shrank=shrunk slay=slain sleep=slept slide=slid seek=sought speed=sped spend=spent spin=spun spring=sprang=sprung steal=stolen=stole strike=stricken=struck stride=strode strive=strove stick=stuck sting=stung sing=sung=sang swim=swam sweep=swept swell=swollen swear=sworn=swore swing=swung take=taken teach=taught throw=thrown=threw tear=tore=torn tread=trodden undergo=undergone=underwent undertake=undertaken=undertook undo=undone unwind=unwound uphold=upheld withdraw=withdrawn=withdrew withhold=withheld withstand=withstood wake=woken=woke wear=worn=wore weave=woven=wove write=written=wrote wring=wrung';

/** The base form by a form of the past: "shook", "shaken". */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
	VERBS.split(' ').flatMap((entry) => {
		const [base, ...forms] = entry.split('=') as [string, ...string[]];
		return forms.map((form) => [form, base] as const);
	})
);
