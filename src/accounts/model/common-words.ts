// The words that passwords are made of first, gathered by ourselves: greetings, keys, teams, names, places, months.
const text = `
abcd abcdef access admin administrateur administrator ajax alexander alexandra alexis always amanda
amazon america american amor amour amsterdam andrew android angel angels anthony anything apple april
arsenal asdf ashley asshole august australia automne autumn awesome azerty baby babygirl bailey banana
bandit barcelona baseball basketball batman bayern beatles beautiful benjamin berlin besiktas bestfriend
bienvenido bienvenue birthday bitch black blahblah blessed blink blue bonjour boston brandon brazil
brittany brother buddy bullshit business buster butterfly california camaro cameron canada candidate
candy career careers caroline catherine celtic champion change changeme charles charlie cheese chelsea
cherry chevy chicago china chocolate christ christian christmas christopher cisco coffee college company
computer contrasena cookie cookies cool cooper corvette cowboys cricket crystal cutie daddy dallas dance
dancer daniel danielle darling david december default dell demo deutschland dezember diamond dienstag
doctor dollar dollars donnerstag dortmund dragon dublin eagle eagles easter eleanor elizabeth elvis
eminem employee employer england euro everything facebook faith falcon fall family father februar
february fenerbahce ferrari feyenoord first fishing florida flower flowers football ford forever france
francesco freedom freitag friday friend friends fruhling fuckoff fuckyou fussball futbol gabriel
galatasaray gamer gandalf garfield gdansk geheim george germany ginger gmail gold golden golf golfer
google grace great green greenhouse guest guitar hacker hallo hamburg hannah happy harley haslo heaven
hello herbst herfst hiring hiver hockey hola holiday holland honda honey horse hotmail houston human
hunter hunting iloveyou india instagram internet interview invierno iphone ironman isabella istanbul
italy jackson januar january jasmine jennifer jessica jesus jesuschrist jobs johnny johnson jonathan
jordan joseph joshua juli julian july june juni justice justin juventus katherine killer kitten kitty
knight lakers lauren legend lente letme letmein liberty liebe linkedin lion lisbon liverpool login logon
london losenord love lovely loveme lover loveyou lucky madrid maerz maggie magic manager manchester
march maria marine martin master matrix matthew maverick maxwell mega melissa mercedes merlin metallica
mexico michael michelle mickey microsoft miguel milano million minnie mittwoch molly mommy monday money
monkey montag morning moscow motdepasse mother munich music mustang mystery naruto nascar natasha
nederland network never nicholas nicole night ninja nirvana nothing november number nurse october office
oktober oliver olivia oracle orange oscar otono outlook packers panther paris parola pass passw passwd
password passwort patricia patrick peach pepper perfect phoenix piano pikachu pink platinum playboy
player pokemon poland police polska porsche power pretty primavera princesa princess printemps
prinzessin puppy purple pussy qazwsx qwerty qwertz rachel racing raiders rainbow ranger rangers
realmadrid rebecca recruiter recruiting recruitment redsox resources rich richard robert rockstar rocky
rome ronaldo root rotterdam rugby russia sabrina samantha sammy samstag samsung samurai sandra sarah
saturday schatz school sebastian second secret secreto senha september server sexy shadow shelby shit
signin silver sister skywalker slipknot smile smiley smokey snoopy soccer soldier something sommer
sonnenschein sonntag sophie spain sparky spiderman spring startrek starwars steelers stephanie steven
strawberry strong student sugar summer sunday sunshine super superman superuser sweet sweetheart sweetie
swimming sydney system talent taylor teacher tennis test tester testing texas thomas throughline
thursday tiffany tiger tinkerbell today tokyo tomorrow toronto toyota trust trustno tuesday turkiye
twitter tyler ultra unicorn united university user vader vanessa verano victoria victory vienna vincent
wachtwoord warrior warsaw warszawa wednesday weekend welcome welkom whatever white william willkommen
windows winner winter wireless witaj wizard wolf work workday worker yahoo yamaha yankees yellow youtube
zomer zurich zxcv
`

/** Words that make no password safe, however they are joined or followed by digits. */
export const commonWords: readonly string[] = text.trim().split(/\s+/)
