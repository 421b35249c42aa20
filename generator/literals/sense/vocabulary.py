"""Words that say nothing of their own, and those that tell what a value beside them is of."""

from generator.patterns import any_of

EMPTY = any_of(
    """
    a an the this that these those its his her hers their our my your whose of to in on at by for from with
    without into onto upon over under up down out off through about around near beside besides between among
    along across against toward towards within during per as than then there here now and or nor both either
    neither each every all any some such is are was were be been being am do does did has have had having
    will shall can may must let lets get gets got it he she they them him we us you i itself himself herself
    themselves one ones who whom which what so too very quite rather just only even still again already also
    always often never not no nothing nobody really simply surely exactly precisely well much more most less
    least enough once twice when while where until till after before since if because though although
    however therefore thus hence anyway altogether together alone apart away back else instead later earlier
    soon sooner late early long today tomorrow yesterday tonight whole entire entirely good full clear
    straight right fully completely easily hard hardly barely nearly almost roughly thing
    things something everything anything everybody everyone anybody anyone somebody someone people person
    time times way case part lot bit deal matter moment stretch total end start go goes went gone come
    comes came make makes made keep keeps kept put puts see sees saw look looks lie lies stay stays stand
    stands given mere good-sized own same other another further yet ever plus nowhere above below home
    """
)
"""What may stand in a clause beside thing and value without telling anything else."""

PRONOUNS = frozenset({"it", "they", "them", "this", "that", "these", "those", "both", "all"})
GENERIC = any_of(
    """
    work works task job step stage wave phase piece business undertaking effort exercise activity event
    meeting session sitting gathering round affair whole lot thing project run crew steps tasks teams team
    """
)
"""Nouns that mean the entry itself in which they stand."""

LASTING = any_of(
    """
    take takes took taking taken last lasts lasted lasting run runs ran running need needs needed fill fills
    filled span spans require requires required spend spends spent cost costs occupy occupies stretch
    stretches long length enough suffice suffices sufficient do allow allowed allows give given gives
    over finished done ready complete completed completes through closed keep keeps drag drags claim
    claims eat eats use uses call calls
    """
)
"""Words that make a duration beside them the length of what they are said of."""

STRONG = any_of(
    """
    take takes took taken last lasts lasted fill fills filled span spans occupy occupies stretch stretches
    drag drags
    """
)
"""Of them, those that hardly mean anything else."""

DOUBTS = any_of(
    """
    not never no nobody none nothing would could might should perhaps maybe probably if unless whether had
    were suppose supposed originally formerly previously hardly without otherwise rather instead usually
    sometimes planned draft cannot can't don't doesn't isn't won't needn't hope hoped hopes wish wished want
    wanted wants try tried or
    """
)
"""Words that weigh, deny or limit what stands beside them."""

DOING = any_of(
    """
    do does make makes write writes give gives hold holds run runs lead leads draw draws handle handles
    manage manages build builds prepare prepares deliver delivers sign signs drive drives see sees carry
    carries take takes keep keeps own owns chair chairs direct directs steer steers head heads decide
    decides declare declares oversee oversees supervise supervises look looks watch watches mind minds tend
    tends organise organises organize organizes arrange arranges conduct conducts perform performs execute
    executes finish finishes complete completes lay lays set sets put puts lies rest rests fall falls belong
    belongs answer answers is are has have responsible accountable answerable fill fills type types compile compiles
    assemble assembles install installs mount mounts paint paints pour pours dig digs cast casts cut cuts print prints
    bind binds pack packs load loads clean cleans wipe wipes design designs develop develops translate translates
    record records plant plants fit fits wire wires connect connects hand hands present presents train trains host
    hosts operate operates move moves bring brings collect collects
    """
)
"""Verbs whose subject does a task or answers for it."""

STARTING = any_of(
    """
    start starts started begin begins began begun open opens opened kick kicks set sets
    """
)
ENDING = any_of(
    """
    end ends ended finish finishes finished done complete completes completed close closes closed over ready
    conclude concludes concluded through stop stops stopped gone up settled delivered off down
    """
)
