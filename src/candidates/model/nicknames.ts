/** Whether two folded given names are everyday forms of one name (Edward and Eddy, Johannes and Hans). */
export function areForms(a: string, b: string): boolean {
  const groups = groupsOf.get(a)
  const others = groupsOf.get(b)
  return groups !== undefined && others !== undefined && groups.some((group) => others.includes(group))
}

// One line, one name: the forms under which the same person writes it, folded. A form may stand on several lines (Alex).
const forms = `
abigail abby abbie gail
abraham abe avraham ibrahim
adelaide addie adele heidi
albert al bert bertie albrecht alberto
alexander alex alec lex sandy xander sasha sascha aleksandr alexandre alejandro aleksander alessandro oleksandr iskander
alexandra alex sandra sandy lexi sasha aleksandra alessandra alejandra oleksandra
alfred al alf fred freddie alfredo
alison ali allie
amanda mandy manda
amelia amy millie mia
andrew andy drew andreas andre andrei andrey andrii andrzej andres andrea anders
angela angie angelika
ann anne anna annie anya nancy hannah hanna annika anja ania ana
anthony tony antony anton antonio antoine toni
antonia toni tonia
arthur art artie arturo artur
barbara barb barbie babs bobbie basia
bartholomew bart bartosz bartek
benjamin ben benny benji
bernard bernie bernhard bernd bernardo
bridget bridie brigid birgit brigitte
catherine cathy kate katie kathy kathryn katherine cate kat kitty katharina katrin katja ekaterina catarina katarzyna kasia kateryna caterina karin
charles charlie chuck chas chip karl carl carlos carlo karol
charlotte charlie lottie lotte
christian chris christiaan cristian krystian
christina chris tina christine christina kristina krista christa cristina kirsten krystyna
christopher chris kit topher christoph christophe kristof cristobal krzysztof
clemens clement klemens
cornelius cornelis kees neil cor
cynthia cindy
daniel dan danny dani daniil danilo
david dave davy dawid davide
deborah deb debbie debra
dennis denny denis denys
dietrich dieter dirk
dmitry dmitri dima dmytro dimitri dimitrios mitya
dominic dom nick dominik domenico
donald don donnie
dorothy dot dottie dolly dorothea doris
douglas doug
eberhard ebbe hardy
edgar ed eddie
edmund ed ned ted eddie
edward ed eddie eddy ted teddy ned eduard eduardo edouard edoardo
eleanor ellie nell nora elly lenore leonor eleonore
elizabeth liz lizzie beth betty eliza elisabeth libby lisa elsie bess bette lilibet elise elsa lisbeth elisa isabel isabella isabelle bella elzbieta
emily em emmy emilie emilia
emmanuel manny manuel manu emanuel
ernest ernie ernst ernesto
eugene gene yevgeny evgeny eugen eugenio yevhen
evelyn evie eve
ferdinand ferdi fernando
florence flo flossie florentine
frances fran franny frankie fanny francesca franziska franzi francisca
francis frank frankie franz francisco francesco francois paco pancho frans franek franciszek
frederick fred freddie freddy fritz friedrich frederic federico rick fryderyk
gabriel gabe gabi
gabriele gabi gabriela gabriella gaby
gerald gerry jerry gerhard gerd gerard
geoffrey geoff jeff jeffrey gottfried
george georg jorge giorgio yuri yury jurgen jorg georgios georges jerzy jurek heorhii
gertrude trudy gert trudi
giuseppe beppe peppe pino
gregory greg gregor grigory grzegorz
guillermo memo
gwendolyn gwen wendy
harold harry hal harald
helen nell nelly helena lena helene elena ellen ilona olena
henry harry hank hal henri heinrich heinz hendrik heiko henrik enrique enrico henryk heiner
herbert herb bert
hermann herman manni
hubert bert hugh hugo
hyacinth jacek
ignatius ignacio nacho ignaz iggy
irene renie irina ira
isaac ike yitzhak
jacob jake jakob jacques james jim jimmy jamie santiago diego giacomo jaime yakov jack kuba jakub
jane janie jenny janet jana
janice jan jannie
jason jay
jeremiah jeremy jerry
jerome jerry hieronymus
jessica jess jessie
joachim achim jochen joaquin jo
joanna joanne jo johanna hanna joan asia
john jack johnny jon johann johannes hans hannes juan ivan jan jean giovanni gianni ian sean joao janek vanya hansi iwan
jonathan jon johnny jonny nathan
joseph joe joey josef jose pepe giuseppe jozef sepp yusuf yosef josip jupp
josephine jo josie josefa josefine
joshua josh
judith judy judi
julia julie juliane giulia yulia iuliia
julian jules julius
katarina katja
kenneth ken kenny
kimberly kim
konrad conrad kurt
konstantin kostya constantine kostas
lawrence larry laurence lorenz lorenzo laurent lars laurie
leonard leo len lenny leonhard leonardo leon
leopold leo poldi
leslie les
lillian lily lilly lil
louis lou louie ludwig luis lewis luigi lutz ludovic
louise lou luise luisa lulu
lucas luke lukas luca luc lukasz
lucy lucia luzie lucie lucinda cindy
ludmila lyudmila mila luda
madeline maddie madeleine magdalena lena magda maddy
margaret maggie meg peg peggy marge margie greta gretchen margarete margarita margot rita daisy marguerite malgorzata gosia grete
maria mary marie mia molly polly mimi maryam miriam mariya mariia marija
marianne marian mariana
mark marc marcus markus marek marco marcos marcin
martha marta mattie
martin marty martino marten
martina tina
matilda tilly mathilde tilda mattie
matthew matt matty matthias mathias mateo matteo matthieu mattias matthis mateusz matvey
maximilian max maxi maxim maxime massimiliano
melanie mel
melissa mel missy lissa
michael mike mick mickey mikey mickael michel miguel michele mikhail misha michal mihai mikael mischa mykhailo michiel
michelle shelly michele
miroslav mirek slavko
mohammed mohamed muhammad mohammad mehmet mo mohamad muhammed
monica mona monika
moses moe moshe musa
nancy nan
natalie nat natalia natasha nathalie natalya nataliia
nathaniel nate nathan nat
nicholas nick nicky nico nicolas nikolaus klaus niklas nicolai nikolai nikolas niccolo claus nils mykola kolya nikolay mikolaj
nicole nikki nicki nicola
oliver ollie olly olivier
olivia liv livvy
oscar oskar ossie
pamela pam
patricia pat patty trish tricia patsy patrizia
patrick pat paddy rick padraig patrik patrizio
paul pablo paolo pavel pavlo pawel pauli
pauline paula paulina
penelope penny
peter pete pedro piotr pyotr pierre pietro petr petro piet petros
philip phil pip phillip philipp felipe philippe filip filippo
philippa pippa pip
rachel rachael ray shelly raquel rahel
ralph rolf rudolf rudi rudy
raymond ray raimund ramon
rebecca becky becca rebekka rivka
reginald reg reggie rex
reiner rainer
richard rick dick rich ricky richie rico ricardo riccardo ryszard
robert bob bobby rob robbie bert roberto robin rupert ruprecht
roderick rod roddy rodrigo
roger rodge rudiger ruediger
roland rolly orlando
ronald ron ronnie
rosemary rose rosie romy rosemarie
samantha sam sammy
samuel sam sammy shmuel samuele
sandra sandy alessandra
sarah sally sara sadie zara
sebastian seb basti bastian sebastien bas wastl
sergey sergei serge sergio serhii seryozha
siegfried siggi sigi
sigmund siggi zygmunt sigismund
simon si simeon szymon shimon
sophia sophie sofia sofie zofia sofiia
stanislav stan stas stanislaw
stephanie steph steffi stefanie stefania
stephen steve stevie steven stefan stephan etienne esteban stefano stepan szczepan istvan
susan sue suzie susie susanna suzanne susanne zuzanna
tamara tammy toma
tatiana tanya tanja tania tetiana
terence terry terrence
teresa terry tess tessa theresa therese resi theresia
theodore ted teddy theo theodor fyodor teodor fedor
thomas tom tommy tomas tomasz tommaso
timothy tim timmy timo timotheus timofey
ulrich uli ulli ulrik
ursula uschi ulla
valentina valya tina
valerie val valeria
vanessa nessa
veronica ronnie vera veronika
victor vic viktor vittorio
victoria vicky tori vicki viktoria viki vittoria
vincent vince vinny vincenzo vicente vincenz
virginia ginny ginger
vladimir vova volodymyr vlad wladimir
walter walt wally gualtiero
wilhelmina minnie mina wilma helma willa
william will bill billy willie liam wilhelm willem guillermo guillaume willy guglielmo wim
wolfgang wolf wolfi
xavier javier xaver
yevgenia zhenya evgenia eugenia
zachary zach zack zak
`

const groupsOf = new Map<string, number[]>()
for (const [group, line] of forms.trim().split('\n').entries())
  for (const form of line.split(' ')) groupsOf.set(form, [...(groupsOf.get(form) ?? []), group])
