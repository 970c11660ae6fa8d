"""English word families (see :mod:`bot.matching.families`): a family a line, name, colon, words."""

FAMILIES = """
bullying: bull* tease* teasing laugh* exclud* left_out ignor* gossip* threat* insult* mock* picked_on pick_on
bullying: humiliat* harass* mean name-calling names
violence: hit* hits beat* punch* kick* fight* violen* aggress* slap* knife weapon* hurt* bruise* push*
anger: angry anger tantrum* outburst* furious rage meltdown* explod* yell* scream* shout*
fear: afraid scared fear* anxi* panic* nervous stress* worr* nightmare* overwhelm* overstimul* dread* terrified
body: stomach* headache* belly nausea sick_feeling vomit*
low: sad depress* cry* crying unhappy low hopeless lonely* empty down miserable
home: at_home stays_home staying_home dropped_out dropout out_of_school not_been_to_school months_at_home
home: weeks_at_home sits_at_home
refusal: refus* won't_go doesn't_want_to_go not_go does_not_want_to_go school_refusal out_of_bed get_him_to
refusal: get_her_to
absence: truan* skip* absen* late attendance compulsory fine fined leerplicht* court bunk*
hours: part_time fewer_hours few_hours half_day* half_days shorter reduced hours_a_day hours_per_week timetable
hours: build_up
suspension: suspend* suspension* exclude* time-out sent_out kicked_out_of_class
sent_home: sent_home send_home pick_him_up pick_her_up call_me_to collect* phone_me
expulsion: expel* expulsion remov* kicked_out leave_the_school thrown_out deregister*
rejection: reject* turn*_down no_place no_room full waiting_list denied deny refused_by
admission: appl* enrol* register* registration admission* sign_up signing_up form
choose: choose choosing find* new_school another_school chang* switch* transfer* move* moving suitable open_day
choose: right_school
duty: duty zorgplicht must_the_school does_the_school_have_to obliged responsib* deadline weeks_does within
special: special sbo so vso cluster* mainstream regular_school special_education special_needs
tlv: tlv permission statement declaration
plan: opp plan plans development_perspective goals written_plan individual
evaluate: evaluat* review* discuss* progress yearly every_year
sign: sign signed signature agree* consent* permission approv*
disagree: disagree* object* objection appeal* dispute* conflict* against complain* complaint* unfair not_happy
disagree: unhappy_with fight_the
meeting: meeting* talk* conversation appointment prepare* bring_someone invited discuss*
voice: heard opinion* say_in my_voice listen* decide_about have_a_say right_to_speak
swv: swv samenwerkingsverband partnership region*
support: support* help_in_class extra_help tutor* coach* assistant guidance remedial ib arrangement*
who: who_is who_are role mentor teacher principal head director board coordinator counsel*
trust: confiden* trust* secret* tell_my
diagnosis: diagnos* test* assess* label psychologist report iq
autism: autis* asd adhd add hyperactive concentrat* focus* stimul* asperger
dyslexia: dyslex* read* spell* letters audiobook*
maths: dyscalc* math* numbers sums count* arithmetic
gifted: gifted bored smart clever bright highly advanced ahead
speech: speech language_disorder dld tos stutter* talk* vocabulary pronounc* speak*
senses: deaf hearing blind vision sight* glasses sign_language braille
physical: wheelchair disab* walk* stairs lift epilep* physical* mobility
medical: medic* pill* insulin diabet* epipen allerg* injection* tube inhaler
illness: ill illness hospital* surgery chemo* cancer chronic* tired* sick
mental: therap* mental psych* treatment counsell* trauma* emdr
youthcare: youth_care municipality council gp doctor referral refer* jeugdhulp wijkteam neighbourhood_team
youthcare: social_worker local_authority
waiting: wait* waiting queue how_long months
money: pay* paid cost* free money budget* pgb insur* fee* reimburs* expens* afford* contribution* laptop
wlz: wlz ciz lifelong 24_hour permanent_supervision
transport: transport* taxi* bus bike travel* drive* driver distance far kilomet*
aids: aid aids device* uwv equipment software adapted tool*
interpreter: interpret* translat* dutch speak_dutch understand_the_letter language arabic turkish english ukrain*
interpreter: polish
newcomer: refugee* newcomer* asylum just_arrived moved_to_the_netherlands new_in isk ukraine migrant*
early: toddler* preschool nursery childcare daycare vve kindergarten four_years
advice: advice recommendation level havo vwo vmbo secondary test_score doorstroomtoets grade_8 group_8
repeat: repeat* stay_back stay_down held_back resit
exam: exam* test* extra_time quiet_room retake* resit*
exemption: exempt* home_school* homeschool* religio* belief*
holiday: holiday* leave time_off wedding trip abroad
inspection: inspect* report_the_school report_a_school supervis*
mediation: mediat* neutral independent third consultant committee
discrimination: discriminat* racis* skin equal* headscarf religion
file: file* record* privacy data delete* copy access see_my
sharing: shar* pass*_on without_permission without_asking told_everyone tell_others
divorce: divorc* ex ex-husband ex-wife custody separated guardian* foster* step*
council_mr: participation_council mr parent_council vote* elections
steunpunt: steunpunt you_do your_service who_are_you organisation help_desk
human: human real_person someone_real call phone talk_to_someone speak_to volunteer robot bot computer
anonymous: anonym* name secret* who_reads who_can_read read_along delete erase tell_my_parents
friends: friend* alone lonely nobody no_one group
online: online insta* snap* tiktok whatsapp group_chat photo* video* fake_account hack* screenshot* internet
sexting: nude* naked sext* blackmail* leaked forward* pics
sex: sex* rape* abuse* touch* assault* boundar* kiss* unwanted
homeconflict: argu* fight_at_home parents_fight strict rules punish* grounded
unsafe: unsafe abus* neglect* run_away ran_away afraid_of_my hits_me
carer: care_for caring young_carer look_after mum_is_ill dad_is_ill addict* drinks alcohol*
selfharm: cut* cutting self-harm* self_harm hurt_myself scar*
eating: eat* food anorex* bulim* weight diet* thin fat binge*
addiction: weed drug* alcohol gaming game* vap* smok* addict* gambl*
lgbt: gay lesbian trans* gender* queer non-binary bi coming_out pronoun*
rights: right* law legal* lawyer allowed ombuds*
eighteen: 18 eighteen adult* of_age
debt: debt* money owe* loan* bailiff bills
vocational: mbo college internship* placement apprentice*
sleep: sleep* night tired awake
overload: can't_cope cannot_cope exhausted burn* desperate respite end_of_my
"""
