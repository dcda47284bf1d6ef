// Each line: forms of one given name, in the languages we serve. A form may stand in several lines.
const groups = `
alexander alexandre alessandro alexandru alex sandro sandu alec xander sasha ale
alexandra alessandra alexandrine alex sandra sanda ale lexi sasha
andrew andrea andre andrei andy drew andras
anthony antonio antoine anton antoniu tony toni toto
anne anna ana annie anita anca anuta nan
barbara barb babs barbie
benjamin beniamino beniamin ben benji benny
catherine katherine caterina catherina ecaterina catalina cathy kathy kate katie cat catia rina
charles carlo carol charlie chuck carlos karl
christian cristian christiano cristiano chris cristi
christopher cristoforo christophe cristofor chris kit cristi
christine cristina christina chris tina cristi crissy
daniel daniele dan danny dani dan
daniela danielle dani dana
david davide dave davey
deborah debora debra deb debbie
dorothy dorotea dorothee dot dottie
edward edoardo edouard eduard ed eddie ted teddy edi
elizabeth elisabeth elisabetta elisabeta elise eliza beth betty liz lizzie lisa betta eli lili
emily emilia emilie em emi millie
eugene eugenio eugen gene jeno
francis francesco francois francisc frank fran franco ciccio
frances francesca francoise francisca fran franca
frederick federico frederic frederich fred freddie fede
gabriel gabriele gabi gabe
gabriella gabrielle gabriela gabi
george giorgio georges gheorghe geo gigi gica
gregory gregorio gregoire grigore greg gregg
helen elena helene ileana nell lena elly
henry enrico henri henric hank harry rico
jacob giacobbe jacques iacob jake
james giacomo jacques iacob jim jimmy jamie
jane giovanna jeanne ioana janie
jennifer ginevra jen jenny jenn
jessica jess jessie
john giovanni jean ioan ion jack johnny nelu gianni ionut
jonathan gionata jon jonny
joseph giuseppe iosif joe joey jo beppe pino peppe
josephine giuseppina josefina jo josie
joshua giosue josh
kenneth ken kenny
lawrence lorenzo laurent laurentiu larry renzo lori
leonard leonardo leo lenny
louis luigi ludovic lou gigi
lucy lucia lucie luci
luke luca luc
mark marco marc marcu
margaret margherita marguerite margareta maggie meg peggy margo rita
mary maria marie mia maricica marioara mimi
matthew matteo matthieu matei matt matty teo
michael michele michel mihai mihail mike mick micky misu
michelle michela mihaela miki shelly
nathaniel nathan natanaele nate nat
nicholas nicola nicolas nicolae nick nicky nico nicu niculae
pamela pam
patricia patrizia patrice pat patty tricia trish
patrick patrizio patriciu pat paddy
paul paolo pavel pol
peter pietro pierre petru pete petre piero petrica
philip filippo philippe filip phil pippo
rachel rachele raquel rahela rae
raymond raimondo raimond ray
rebecca becky becca rebeca
richard riccardo ricardo rick ricky dick rich
robert roberto bob bobby rob robbie robi berto
ronald ronaldo ron ronnie
samuel samuele samuil sam sammy
samantha sam sammy
sarah sara sally
stephen steven stefano stephane etienne stefan steve stevie fane
stephanie stefania stefana steph steffi
susan susanna suzanne suzana sue suzie susie
theodore teodoro theodor teodor ted teddy theo teo
theresa teresa therese tereza terry tess
thomas tommaso toma tom tommy
timothy timoteo timothee timotei tim timmy
valentine valentino valentin vali tino
valentina vali tina
victor vittorio vic vito
victoria vittoria victoire vicky tori vica
vincent vincenzo vincentiu vince enzo vinnie
virginia virginie ginny gina
walter gualtiero gauthier walt wally
william guglielmo guillaume vilhelm will bill billy willy liam
constantin costantino costel costica costi dinu gusti
dumitru demetrio dimitri mitica dimi
florin fiorino florian florinel
florentina fiorentina florence flori
gheorghita ghita
magdalena maddalena madeleine magda lena
mihaela michaela miha
monica monique moni
nicoleta nicoletta nicole nico
radu raducu
simona simone simo
ștefania stefania stefi fania
vasile basilio basile vasilica lica
zoe zoi
alfred al fred alf alfie
albert al bert bertie
amanda mandy manda
amelia amy millie
angela angie
antoinette toni nettie
arthur art artie
augustus gus
beatrice bea trixie
bernard bernie barney
bradley brad
bridget bridie biddy
calvin cal
caroline carrie carol lina
cassandra cassie
cecilia celia cissy
charlotte lottie charlie
chester chet
clifford cliff
clinton clint
curtis curt
cynthia cindy
delbert adelbert bert del
dennis denny
donald don donnie
douglas doug
eleanor ellie nell nora
ernest ernie
evelyn evie eve
gerald gerry jerry
gertrude gertie trudy
gilbert gil bert
gwendolyn gwen
harold hal harry
harriet hattie
herbert herb bert
howard howie
isabella isabel bella belle izzy
jerome jerry
judith judy
julia julie
leroy roy lee
lillian lily lilly
lucille lucy
madeline maddie
martha marty mattie
martin marty
matilda tilda tillie mattie
maurice morris morrie
maximilian max
melissa mel missy
mildred millie
mitchell mitch
mohamed mohammed muhammad muhammed mhd mohd
norman norm
oliver ollie
olivia liv livia ollie
penelope penny
randolph randy
reginald reg reggie
roberta bobbie
roderick rod
ronald ron ronnie
rosemary rose rosie
rudolph rudy
russell russ
samantha sam
sarah sally sadie
sidney sid
stanley stan
stuart stu
terence terry
theresa teresa tess terry
tobias toby
valerie val
victor vic
victoria vicky vickie tori
vincent vince
virginia ginny ginger
wallace wally
wesley wes
wilhelmina mina minnie
winifred winnie
zachary zach zack
`;

const groupsOf = new Map<string, Set<number>>();
groups
  .trim()
  .split('\n')
  .forEach((line, group) => {
    for (const name of line.split(' ')) {
      const found = groupsOf.get(name) ?? new Set<number>();
      found.add(group);
      groupsOf.set(name, found);
    }
  });

/** True when two folded given names are forms of one name: "bill" and "william", "ion" and "giovanni". */
export function areFormsOfOneName(a: string, b: string): boolean {
  const ofA = groupsOf.get(a);
  const ofB = groupsOf.get(b);
  if (!ofA || !ofB) return false;
  for (const group of ofA) if (ofB.has(group)) return true;
  return false;
}

/** True for a given name of the table: two known names that are no forms of each other are no typo of each other either. */
export const isKnownName = (name: string): boolean => groupsOf.has(name);

const noGroups: readonly number[] = [];

/** The numbers of the lines of the table that hold a folded given name: names with a line in common are forms of one name. */
export const formsOfName = (name: string): readonly number[] => [
  ...(groupsOf.get(name) ?? groupsOf.get(name.replace(/ie$/, 'y')) ?? noGroups),
];
