"""The words of a medication line that are not its name, by what they say.

A plain Python table rather than rows of the store: :func:`medcheck.sig.parse` works without
a store, and a compiled module loads faster than the rows would. One string a category,
sorted; a word stands in one category, the one that matters most for reading the line.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from medcheck.sig.stores import STORES

__all__ = [
    "ABBREVIATIONS",
    "BY_MOUTH",
    "EXTENSIONS",
    "GIVEN_NAMES",
    "PHRASES",
    "ROUTES",
    "TITLES",
    "after_drug_reason",
    "before_drug_reason",
    "categories",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORDS: Final[dict[str, str]] = {
    "unit": """
        actuat actuation actuations cc cm cm2 g gm gms gr gram gramme grammes grams h hr hrs international
        iu kg l liter litre m2 mcg mcgm mcgs mci meq meqs mg mgs microgram micrograms miligram miligrams
        milliequivalents milligram milligramme milligrammes milligrams milliliter milliliters millilitre
        millilitres million millions minutes ml mls mmol mmols mol mu nanogram nanograms ng percent u ug
        unit units unt unts
    """,
    "form": """
        accuhaler aer aerosol amp ampoule ampoules amps ampul ampule ampules applicator applicators auto
        autohaler autoinjector autoinjectors cap caplet caplets caps capsule capsules cartridge cartridges
        chew chewable chewables chews chw clickhaler coated comprime comprimes comprimido comprimidos conc
        concentrate controlled cr cre cream creams crystal crystals delayed depot disintegrating diskus
        dispersible dr dragee dragees dried drop drops easyhaler ec effervescent elixir elx emollient
        emulsion enema enemas enteric er evohaler extended film films flexhaler flexpen flexpens foam
        forte gastro gel gelcap gelcaps gels geltab geltabs gelule gelules granule granules gtt gtts gum
        gummies gummy handihaler hard hfa immediate implant implants impregnated infusion inhalant
        inhalation inhalations inhaler inhalers inj injectable injection injections injector insert
        inserts intensol ir jab jabs jelly kapsel kapseln kwikpen la liq liquicap liquicaps liquid
        liquigel liquigels lollipop lotion loz lozenge lozenges lyophilisate lyophilisates lyophilizate
        mdi melt meltlets melts metered micronised micronized minitab minitabs modified mouthwash mr
        mucosal neb nebs nebule nebules nebuliser nebulized nebulizer odt oin oint ointment ophthsoln
        orodispersible pastille pastilles patch patches pellet pellets pen penfill pens pessaries pessary
        pill pills poultice pow powder pr prefilled prolonged ptch ptches puff puffer puffs pulvule
        pulvules quicklets rapid rapitab rapitabs redipen release releasing resistant respimat respules
        retard ring rinse rotacaps sachet sachets shampoo shot shots sirop sl slow softgel softgelcaps
        softgels sol soln solostar soltab soltabs solution solutions solvent spr spray sprays sprinkle
        sprinkles sr sub sublinguals supp suppositories suppository supps sus susp suspension sustained
        swab swabs syp syr syringe syringes syrup tab tabl tablet tabletas tablets tablette tabletten tabs
        tbl tinc tincture toothpaste troc troche troches tube turbohaler turbuhaler uncoated varnish
        velotab velotabs vial vials wafer wafers wash wipe wipes xl xr zydis
    """,
    "salt": """
        acet acetate acetonide acid anhydrous arginine axetil base benzathine besilate besyl besylate bicarb
        bicarbonate bitartrate bromide butylbromide ca calcium camsylate carb carbonate chl chloride
        cilexetil citrate decanoate dihydrate dihydrochloride dimesylate dipotassium dipropionate disodium
        ditartrate ditosylate edisylate embonate enanthate erbumine estolate etexilate ethylsuccinate
        fosamil fumarate furoate gluc gluconate hbr hci hcl hcl2 hemifumarate hemihydrate hexahydrate
        hippurate hyclate hydrate hydrobromide hydrochlor hydrochlorid hydrochloride hydrochlorothiazid
        hydrogen hydroxide iodide isethionate lactate lysine magnesium mal malate maleate medoxomil
        meglumine mesilate mesylate methylsulfate mofetil monohydrate mononitrat na napsylate nitrate oleate
        oxalate oxide palmitate pam pamoate pentahydrate phos phosphate pivoxil potassium propionate
        proxetil saccharate sod sodium stearate succ succinate sulf sulfate sulph sulphate tart tartrate
        tosylate trihydrate trometamol tromethamine undecanoate valerate xinafoate zinc
    """,
    "route": """
        bolus both buccal buccally crrt dialys dialysis drip dwell each ear ears epidural eye eyes feeding
        flush gt ih im inhal inhaled intradermal intramuscular intramuscularly intranasal intranasally
        intrathecal intravenous intravenously intravitreal irrigation iv ivp ivpb left mouth nares nasal
        nasally nebulised ng nostril nostrils ocular og ophth ophthalmic opth oral orally os otic ou
        parenteral pb peg percutaneous po push pv rectal rectally right route sc skin sq subcu subcut
        subcutaneous subcutaneously sublingual sublingually subq td tongue top topical topically tp
        transdermal transdermally under vag vaginal vaginally via
    """,
    "frequency": """
        ac achs afternoon afternoons ago alternate alternating am bd bds bedtime bid bids biweekly
        breakfast daily day days dinner eod evening evenings every fortnight fortnightly friday hour
        hourly hours hs lunch lunchtime mane meal meals mid midday monday month monthly months morning
        mornings night nightly nights noct nocte noon occasional occasionally od once pc per pm prn q qam
        qd qday qds qhs qid qidachs qod qpm qw qwk regularly saturday sometimes sos stat sunday supper tds
        teatime thrice thursday tid time times tiw today tomorrow tonight tuesday twice wed wednesday week
        weekly weeks wk wks x year yearly years yesterday yrs
    """,
    "packaging": """
        bag bags blister bottle bottles box boxes bp bpc bulk carton cherry container count ct cup cups
        dropper flavor flavored flavour flavoured free frozen individual kit kits multidose nf otc pack
        package packet packets packs pak pfs pk pkt plain ppk premix premixed preservative refill refills
        singledose sterile strip strips sugar tin ud unscented usp wrapped
    """,
    "quantity": """
        1st 2nd 3rd can cans couple disp dispense dozen eight few five four glass glasses half nine no
        number one pint pints qty quantity quarter seven several six ten third three two
    """,
    "noise": """
        a about abuse actual additional adjusted admin administer administered admission after all along
        also am an and any appl applied apply are around as at baby be been before beginning brand branded
        but by called check chewed combination combined commencing concurrent constant contin continuous
        current currently cycle cycles cyclic d date dated day1 decrease decreased delayed deterrent
        directed dis disp divided doctor dosage dose dosed doses dosing drink drug drugs during either
        emergency eq equiv equivalent etc except exp extra followed food for formulation frequency from
        gen generic generics give given gives giving gradual had has have he her hers high him himself his
        home i if in include included includes including increase increased indicated induction inject
        injected inr instill insulated intensification into is it kept label last least list listed low
        lower lowest maint maintenance manufacturer max maximum may md me med medication medications
        medicine medicines meds mfg mfr min minimum mixed moderate mono more my name named needed new
        newer nos not now of off ok old on ongoing only onset or other otherwise over packed pain patient
        patients phase place placed please plus prep preparation prescribed prescription presently
        previously product products pt reduced reduction refer regimen regular related report reported
        reports required restarted rx s safe same scale scheduled see self set several severe she short
        since single size sliding slowly small smoker smokes so sometimes soon split standard start starting
        store strength strengths subsequent such supplement supplements swallow swallowed swish switched
        take taken takes taking tapered than that the their then therapeutic therapy they this through
        throughout till titrate titrated titration to took total treatment trial type types uknown under
        unk unknown unkown unspecified until up use used uses using usual usually very w was water we were
        when where which while will with within without would
    """,
    "indication": """
        ache aches allergic anxiety arthritis asthma bp cholesterol constipation cough coughing cramps
        depression diabetes diarrhea diarrhoea fever gerd headache headaches heartburn htn hypertension
        indigestion infection inflammation insomnia itch itching migraine migraines mood muscle nausea
        nerve panic rash reflux rhinitis seizure seizures sleep sneezing sob spasm spasms swelling
        vomiting wheeze wheezing
    """,
    "company": """
        aafes abbvie accord actavis alembic almatica almus alvogen amcal amneal apo apohealth apotex arrow
        asda aspar astellas astrazeneca atoma auro aurobindo barr bimart biocon biomedic budpak camber
        careall careone cdma cipla cobalt costco cvs dava dolgencorp equaline equate freds fresenius
        galpharm genpharm genzyme gericare glenmark gnp goodsense greenstone gsk hannaford healthmart
        healthpoint heb hospira hyvee impax jamp janssen kirkland kremers kroger lannett lilly lloyds
        lloydspharmacy lupin macleods major mallinckrodt mckesson medichoice meijer merck mylan northstar
        novartis novo numark par paramed perrigo personelle personnelle pfizer pharmasave pms prasco publix
        qualitest ranbaxy ratio rexall riteaid riva roche roxane rugby safeway sainsburys sandoz sanis
        sanofi shopko shoprite smartsense sohmed solco soundbody sun sunmark superdrug taro terrywhite tesco
        teva tolmar topcare topco torrent unichem upsher valumeds vitabiotics waitrose walgreen walgreens
        walmart watson wegmans welby westward wilko winco wockhardt xtracare zentiva zydus
    """,
    "prose": """
        allergist ask asked attached became because believe believes between blue brown can cannot could
        did do does doing dont feel feeling feels felt find found get gets getting go going gone got green
        help helped helping helps how into just kind know like liked likes little look looking lot made
        make makes maybe mine much need nerves never next nothing our own pink purple really red round
        said saw say says seems someone something sort still tell tells thank thanks them there these
        thing things think thinks those though too tried try trying us want wanted wants well went what
        white who whom whose why wish yellow yes yet you your yours
    """,
}

ABBREVIATIONS: Final[dict[str, str]] = {
    "acet": "acetate",
    "besyl": "besylate",
    "bicarb": "bicarbonate",
    "ca": "calcium",
    "carb": "carbonate",
    "chl": "chloride",
    "gluc": "gluconate",
    "hbr": "hydrobromide",
    "hci": "hydrochloride",
    "hcl": "hydrochloride",
    "mag": "magnesium",
    "mal": "maleate",
    "na": "sodium",
    "pam": "pamoate",
    "phos": "phosphate",
    "pot": "potassium",
    "sod": "sodium",
    "succ": "succinate",
    "sulf": "sulfate",
    "sulph": "sulfate",
    "tart": "tartrate",
    "vit": "vitamin",
}
"""Short forms inside names, tried written out where the short form is no name."""

PHRASES: Final[tuple[tuple[str, str], ...]] = (
    ("5 ns", "diluent"),
    ("eye drops", "form"),
    ("impregnated cigarettes", "form"),
    ("in dextrose", "diluent"),
    ("in glucose", "diluent"),
    ("in normal saline", "diluent"),
    ("in ns", "diluent"),
    ("in saline", "diluent"),
    ("in sodium chloride", "diluent"),
    ("in water for injection", "diluent"),
    ("ml d5w", "diluent"),
    ("ml ns", "diluent"),
    ("over the counter", "noise"),
    ("water for injection", "diluent"),
    ("with food", "noise"),
    ("with juice", "noise"),
    ("with milk", "noise"),
    ("with water", "noise"),
    *((store, "company") for store in STORES),
)
"""Word sequences that say no name although a part of them may be one."""

ROUTES: Final[tuple[tuple[str, str], ...]] = (
    ("eye", "eye eyes ocular ophth ophthalmic ophthsoln opth ou"),
    ("nasal", "intranasal intranasally nares nasal nasally nostril nostrils"),
    ("ear", "ear ears otic"),
    ("vaginal", "pessaries pessary pv vag vaginal vaginally"),
    ("rectal", "enema enemas rectal rectally supp suppositories suppository supps"),
    (
        "inhaled",
        "accuhaler aerosol autohaler diskus easyhaler evohaler handihaler hfa ih inhal inhalant inhalation "
        "inhaled inhaler inhalers mdi neb nebs nebule nebules nebulised nebuliser nebulized nebulizer puff "
        "puffs respimat respules turbohaler turbuhaler",
    ),
    ("patch", "patch patches ptch ptches td transdermal transdermally"),
    (
        "skin",
        "cream creams emollient foam lotion oint ointment shampoo skin top topical topically tp wipe wipes",
    ),
    (
        "injection",
        "amp ampoule ampoules amps ampule ampules autoinjector flexpen im infusion inj injectable injection "
        "injections intramuscular intravenous intravenously iv ivpb jab jabs kwikpen pfs prefilled sc shot "
        "shots solostar sq subcut subcutaneous subcutaneously subq syringe syringes vial vials",
    ),
)
"""Words that say how a medicine is given, first match first; words for "by mouth" come before all."""

BY_MOUTH: Final = _words(
    """buccal cap caplet caplets caps capsule capsules mouth ng odt og oral orally po sl sublingual tab tabs
    tablet tablets"""
)

EXTENSIONS: Final = _words(
    "allergies allergy cold congestion cough d dm flu hct night nighttime nite pe plus pm sinus"
)
"""A name followed by one of these is often another product than the name alone."""

TITLES: Final = _words("doctor dr madam miss mr mrs ms nurse prof professor sir sister")
"""What stands before a person's name."""

GIVEN_NAMES: Final = _words(
    """
    ahmed alice amanda amy andrea andrew angela ann anna anne anthony barbara ben bob brian carlos carol
    catherine charles chris christine claire daniel david deborah diana diane donna dorothy edward elizabeth
    ellen emily emma eric fatima frank george hannah helen henry jack jacob james jane janet jason jean jeff
    jennifer jessica joan joe john jose joseph joshua juan judith judy julia julie karen kate kathleen kevin
    kim kimberly larry laura linda lisa lucy luis lynn margaret maria marie mark martha martin mary matthew
    megan melissa michael michelle mike mohammed nancy nicole olivia patricia patrick paul peter priya
    rachel raj rebecca richard robert ronald ruth ryan samantha sandra sara sarah sharon sophie stephanie
    stephen steven sue susan teresa thomas tom victoria walter william
    """
)
"""First names: a brand after one of them, and nothing else, may be a person's surname."""

_AFTER_DRUG: Final = _words(
    """antibodies antibody antigen ascites assay blood concentration concentrations count deficiency
    deficient level levels overload pleural poisoning screen serum test tests toxicity trough urine"""
)


_BEFORE_DRUG: Final = _words("plasma serum")


def before_drug_reason(word: str) -> str | None:
    """Why a name after ``word`` is a test and not a medicine ("serum lithium"), or ``None``."""
    return f'a test or a finding, not a medicine: "{word}"' if word in _BEFORE_DRUG else None


def after_drug_reason(word: str) -> str | None:
    """Why a name followed by ``word`` is a test or a finding and not a medicine, or ``None``.

    >>> after_drug_reason("level")
    'a test or a finding, not a medicine: "level"'
    """
    return f'a test or a finding, not a medicine: "{word}"' if word in _AFTER_DRUG else None


@cache
def categories() -> dict[str, str]:
    """The category of every listed word; the first category that lists a word has it."""
    found: dict[str, str] = {}
    for category, words in _WORDS.items():
        for word in words.split():
            found.setdefault(word, category)
    return found
