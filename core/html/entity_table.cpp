// Made by tests/core/html/make_entity_table.py; do not edit.
#include "core/html/entity_table.h"

namespace khabar {

const char kEntityNames[] =
    "AEligAMPAacuteAbreveAcircAcyAfrAgraveAlphaAmacrAndAogonAopfApplyFunctionAringAscrAssign"
    "AtildeAumlBackslashBarvBarwedBcyBecauseBernoullisBetaBfrBopfBreveBscrBumpeqCHcyCOPYCacute"
    "CapCapitalDifferentialDCayleysCcaronCcedilCcircCconintCdotCedillaCenterDotCfrChiCircleDot"
    "CircleMinusCirclePlusCircleTimesClockwiseContourIntegralCloseCurlyDoubleQuote"
    "CloseCurlyQuoteColonColoneCongruentConintContourIntegralCopfCoproduct"
    "CounterClockwiseContourIntegralCrossCscrCupCupCapDDDDotrahdDJcyDScyDZcyDaggerDarrDashv"
    "DcaronDcyDelDeltaDfrDiacriticalAcuteDiacriticalDotDiacriticalDoubleAcuteDiacriticalGrave"
    "DiacriticalTildeDiamondDifferentialDDopfDotDotDotDotEqualDoubleContourIntegralDoubleDot"
    "DoubleDownArrowDoubleLeftArrowDoubleLeftRightArrowDoubleLeftTeeDoubleLongLeftArrow"
    "DoubleLongLeftRightArrowDoubleLongRightArrowDoubleRightArrowDoubleRightTeeDoubleUpArrow"
    "DoubleUpDownArrowDoubleVerticalBarDownArrowDownArrowBarDownArrowUpArrowDownBreve"
    "DownLeftRightVectorDownLeftTeeVectorDownLeftVectorDownLeftVectorBarDownRightTeeVector"
    "DownRightVectorDownRightVectorBarDownTeeDownTeeArrowDownarrowDscrDstrokENGETHEacuteEcaron"
    "EcircEcyEdotEfrEgraveElementEmacrEmptySmallSquareEmptyVerySmallSquareEogonEopfEpsilonEqual"
    "EqualTildeEquilibriumEscrEsimEtaEumlExistsExponentialEFcyFfrFilledSmallSquare"
    "FilledVerySmallSquareFopfForAllFouriertrfFscrGJcyGTGammaGammadGbreveGcedilGcircGcyGdotGfr"
    "GgGopfGreaterEqualGreaterEqualLessGreaterFullEqualGreaterGreaterGreaterLess"
    "GreaterSlantEqualGreaterTildeGscrGtHARDcyHacekHatHcircHfrHilbertSpaceHopfHorizontalLine"
    "HscrHstrokHumpDownHumpHumpEqualIEcyIJligIOcyIacuteIcircIcyIdotIfrIgraveImImacrImaginaryI"
    "ImpliesIntIntegralIntersectionInvisibleCommaInvisibleTimesIogonIopfIotaIscrItildeIukcyIuml"
    "JcircJcyJfrJopfJscrJsercyJukcyKHcyKJcyKappaKcedilKcyKfrKopfKscrLJcyLTLacuteLambdaLang"
    "LaplacetrfLarrLcaronLcedilLcyLeftAngleBracketLeftArrowLeftArrowBarLeftArrowRightArrow"
    "LeftCeilingLeftDoubleBracketLeftDownTeeVectorLeftDownVectorLeftDownVectorBarLeftFloor"
    "LeftRightArrowLeftRightVectorLeftTeeLeftTeeArrowLeftTeeVectorLeftTriangleLeftTriangleBar"
    "LeftTriangleEqualLeftUpDownVectorLeftUpTeeVectorLeftUpVectorLeftUpVectorBarLeftVector"
    "LeftVectorBarLeftarrowLeftrightarrowLessEqualGreaterLessFullEqualLessGreaterLessLess"
    "LessSlantEqualLessTildeLfrLlLleftarrowLmidotLongLeftArrowLongLeftRightArrowLongRightArrow"
    "LongleftarrowLongleftrightarrowLongrightarrowLopfLowerLeftArrowLowerRightArrowLscrLsh"
    "LstrokLtMapMcyMediumSpaceMellintrfMfrMinusPlusMopfMscrMuNJcyNacuteNcaronNcedilNcy"
    "NegativeMediumSpaceNegativeThickSpaceNegativeThinSpaceNegativeVeryThinSpace"
    "NestedGreaterGreaterNestedLessLessNewLineNfrNoBreakNonBreakingSpaceNopfNotNotCongruent"
    "NotCupCapNotDoubleVerticalBarNotElementNotEqualNotEqualTildeNotExistsNotGreater"
    "NotGreaterEqualNotGreaterFullEqualNotGreaterGreaterNotGreaterLessNotGreaterSlantEqual"
    "NotGreaterTildeNotHumpDownHumpNotHumpEqualNotLeftTriangleNotLeftTriangleBar"
    "NotLeftTriangleEqualNotLessNotLessEqualNotLessGreaterNotLessLessNotLessSlantEqual"
    "NotLessTildeNotNestedGreaterGreaterNotNestedLessLessNotPrecedesNotPrecedesEqual"
    "NotPrecedesSlantEqualNotReverseElementNotRightTriangleNotRightTriangleBar"
    "NotRightTriangleEqualNotSquareSubsetNotSquareSubsetEqualNotSquareSuperset"
    "NotSquareSupersetEqualNotSubsetNotSubsetEqualNotSucceedsNotSucceedsEqual"
    "NotSucceedsSlantEqualNotSucceedsTildeNotSupersetNotSupersetEqualNotTildeNotTildeEqual"
    "NotTildeFullEqualNotTildeTildeNotVerticalBarNscrNtildeNuOEligOacuteOcircOcyOdblacOfrOgrave"
    "OmacrOmegaOmicronOopfOpenCurlyDoubleQuoteOpenCurlyQuoteOrOscrOslashOtildeOtimesOumlOverBar"
    "OverBraceOverBracketOverParenthesisPartialDPcyPfrPhiPiPlusMinusPoincareplanePopfPrPrecedes"
    "PrecedesEqualPrecedesSlantEqualPrecedesTildePrimeProductProportionProportionalPscrPsiQUOT"
    "QfrQopfQscrRBarrREGRacuteRangRarrRarrtlRcaronRcedilRcyReReverseElementReverseEquilibrium"
    "ReverseUpEquilibriumRfrRhoRightAngleBracketRightArrowRightArrowBarRightArrowLeftArrow"
    "RightCeilingRightDoubleBracketRightDownTeeVectorRightDownVectorRightDownVectorBar"
    "RightFloorRightTeeRightTeeArrowRightTeeVectorRightTriangleRightTriangleBar"
    "RightTriangleEqualRightUpDownVectorRightUpTeeVectorRightUpVectorRightUpVectorBar"
    "RightVectorRightVectorBarRightarrowRopfRoundImpliesRrightarrowRscrRshRuleDelayedSHCHcySHcy"
    "SOFTcySacuteScScaronScedilScircScySfrShortDownArrowShortLeftArrowShortRightArrow"
    "ShortUpArrowSigmaSmallCircleSopfSqrtSquareSquareIntersectionSquareSubsetSquareSubsetEqual"
    "SquareSupersetSquareSupersetEqualSquareUnionSscrStarSubSubsetSubsetEqualSucceeds"
    "SucceedsEqualSucceedsSlantEqualSucceedsTildeSuchThatSumSupSupersetSupersetEqualSupsetTHORN"
    "TRADETSHcyTScyTabTauTcaronTcedilTcyTfrThereforeThetaThickSpaceThinSpaceTildeTildeEqual"
    "TildeFullEqualTildeTildeTopfTripleDotTscrTstrokUacuteUarrUarrocirUbrcyUbreveUcircUcyUdblac"
    "UfrUgraveUmacrUnderBarUnderBraceUnderBracketUnderParenthesisUnionUnionPlusUogonUopfUpArrow"
    "UpArrowBarUpArrowDownArrowUpDownArrowUpEquilibriumUpTeeUpTeeArrowUparrowUpdownarrow"
    "UpperLeftArrowUpperRightArrowUpsiUpsilonUringUscrUtildeUumlVDashVbarVcyVdashVdashlVee"
    "VerbarVertVerticalBarVerticalLineVerticalSeparatorVerticalTildeVeryThinSpaceVfrVopfVscr"
    "VvdashWcircWedgeWfrWopfWscrXfrXiXopfXscrYAcyYIcyYUcyYacuteYcircYcyYfrYopfYscrYumlZHcy"
    "ZacuteZcaronZcyZdotZeroWidthSpaceZetaZfrZopfZscraacuteabreveacacEacdacircacuteacyaeligaf"
    "afragravealefsymalephalphaamacramalgampandandandanddandslopeandvangangeangleangmsdangmsdaa"
    "angmsdabangmsdacangmsdadangmsdaeangmsdafangmsdagangmsdahangrtangrtvbangrtvbdangsphangst"
    "angzarraogonaopfapapEapacirapeapidaposapproxapproxeqaringascrastasympasympeqatildeauml"
    "awconintawintbNotbackcongbackepsilonbackprimebacksimbacksimeqbarveebarwedbarwedgebbrk"
    "bbrktbrkbcongbcybdquobecausbecausebemptyvbepsibernoubetabethbetweenbfrbigcapbigcircbigcup"
    "bigodotbigoplusbigotimesbigsqcupbigstarbigtriangledownbigtriangleupbiguplusbigveebigwedge"
    "bkarowblacklozengeblacksquareblacktriangleblacktriangledownblacktriangleleft"
    "blacktrianglerightblankblk12blk14blk34blockbnebnequivbnotbopfbotbottombowtieboxDLboxDR"
    "boxDlboxDrboxHboxHDboxHUboxHdboxHuboxULboxURboxUlboxUrboxVboxVHboxVLboxVRboxVhboxVlboxVr"
    "boxboxboxdLboxdRboxdlboxdrboxhboxhDboxhUboxhdboxhuboxminusboxplusboxtimesboxuLboxuRboxul"
    "boxurboxvboxvHboxvLboxvRboxvhboxvlboxvrbprimebrevebrvbarbscrbsemibsimbsimebsolbsolb"
    "bsolhsubbullbulletbumpbumpEbumpebumpeqcacutecapcapandcapbrcupcapcapcapcupcapdotcapscaret"
    "caronccapsccaronccedilccircccupsccupssmcdotcedilcemptyvcentcenterdotcfrchcycheckcheckmark"
    "chicircirEcirccirceqcirclearrowleftcirclearrowrightcircledRcircledScircledastcircledcirc"
    "circleddashcirecirfnintcirmidcirscirclubsclubsuitcoloncolonecoloneqcommacommatcompcompfn"
    "complementcomplexescongcongdotconintcopfcoprodcopycopysrcrarrcrosscscrcsubcsubecsupcsupe"
    "ctdotcudarrlcudarrrcueprcuesccularrcularrpcupcupbrcapcupcapcupcupcupdotcuporcupscurarr"
    "curarrmcurlyeqpreccurlyeqsucccurlyveecurlywedgecurrencurvearrowleftcurvearrowrightcuvee"
    "cuwedcwconintcwintcylctydArrdHardaggerdalethdarrdashdashvdbkarowdblacdcarondcyddddagger"
    "ddarrddotseqdegdeltademptyvdfishtdfrdharldharrdiamdiamonddiamondsuitdiamsdiedigammadisin"
    "divdividedivideontimesdivonxdjcydlcorndlcropdollardopfdotdoteqdoteqdotdotminusdotplus"
    "dotsquaredoublebarwedgedownarrowdowndownarrowsdownharpoonleftdownharpoonrightdrbkarow"
    "drcorndrcropdscrdscydsoldstrokdtdotdtridtrifduarrduhardwangledzcydzigrarreDDoteDoteacute"
    "easterecaronecirecircecolonecyedoteeefDotefregegraveegsegsdotelelintersellelselsdotemacr"
    "emptyemptysetemptyvemspemsp13emsp14engenspeogoneopfepareparsleplusepsiepsilonepsiveqcirc"
    "eqcoloneqsimeqslantgtreqslantlessequalsequestequivequivDDeqvparslerDoterarrescresdotesim"
    "etaetheumleuroexclexistexpectationexponentialefallingdotseqfcyfemaleffiligffligfflligffr"
    "filigfjligflatflligfltnsfnoffopfforallforkforkvfpartintfrac12frac13frac14frac15frac16"
    "frac18frac23frac25frac34frac35frac38frac45frac56frac58frac78fraslfrownfscrgEgElgacutegamma"
    "gammadgapgbrevegcircgcygdotgegelgeqgeqqgeqslantgesgesccgesdotgesdotogesdotolgeslgeslesgfr"
    "ggggggimelgjcyglglEglagljgnEgnapgnapproxgnegneqgneqqgnsimgopfgravegscrgsimgsimegsimlgtgtcc"
    "gtcirgtdotgtlPargtquestgtrapproxgtrarrgtrdotgtreqlessgtreqqlessgtrlessgtrsimgvertneqqgvnE"
    "hArrhairsphalfhamilthardcyharrharrcirharrwhbarhcircheartsheartsuithellipherconhfrhksearow"
    "hkswarowhoarrhomththookleftarrowhookrightarrowhopfhorbarhscrhslashhstrokhybullhypheniacute"
    "icicircicyiecyiexcliffifrigraveiiiiiintiiintiinfiniiotaijligimacrimageimaglineimagpart"
    "imathimofimpedinincareinfininfintieinodotintintcalintegersintercalintlarhkintprodiocyiogon"
    "iopfiotaiprodiquestiscrisinisinEisindotisinsisinsvisinvititildeiukcyiumljcircjcyjfrjmath"
    "jopfjscrjsercyjukcykappakappavkcedilkcykfrkgreenkhcykjcykopfkscrlAarrlArrlAtaillBarrlElEg"
    "lHarlacutelaemptyvlagranlambdalanglangdlanglelaplaquolarrlarrblarrbfslarrfslarrhklarrlp"
    "larrpllarrsimlarrtllatlataillatelateslbarrlbbrklbracelbracklbrkelbrksldlbrkslulcaronlcedil"
    "lceillcublcyldcaldquoldquorldrdharldrusharldshleleftarrowleftarrowtailleftharpoondown"
    "leftharpoonupleftleftarrowsleftrightarrowleftrightarrowsleftrightharpoons"
    "leftrightsquigarrowleftthreetimeslegleqleqqleqslantleslescclesdotlesdotolesdotorlesglesges"
    "lessapproxlessdotlesseqgtrlesseqqgtrlessgtrlesssimlfishtlfloorlfrlglgElhardlharulharul"
    "lhblkljcyllllarrllcornerllhardlltrilmidotlmoustlmoustachelnElnaplnapproxlnelneqlneqqlnsim"
    "loangloarrlobrklongleftarrowlongleftrightarrowlongmapstolongrightarrowlooparrowleft"
    "looparrowrightloparlopflopluslotimeslowastlowbarlozlozengelozflparlparltlrarrlrcornerlrhar"
    "lrhardlrmlrtrilsaquolscrlshlsimlsimelsimglsqblsquolsquorlstrokltltccltcirltdotlthreeltimes"
    "ltlarrltquestltrParltriltrieltriflurdsharluruharlvertneqqlvnEmDDotmacrmalemaltmaltesemap"
    "mapstomapstodownmapstoleftmapstoupmarkermcommamcymdashmeasuredanglemfrmhomicromidmidast"
    "midcirmiddotminusminusbminusdminusdumlcpmldrmnplusmodelsmopfmpmscrmstposmumultimapmumapnGg"
    "nGtnGtvnLeftarrownLeftrightarrownLlnLtnLtvnRightarrownVDashnVdashnablanacutenangnapnapE"
    "napidnaposnapproxnaturnaturalnaturalsnbspnbumpnbumpencapncaronncedilncongncongdotncupncy"
    "ndashneneArrnearhknearrnearrownedotnequivnesearnesimnexistnexistsnfrngEngengeqngeqq"
    "ngeqslantngesngsimngtngtrnhArrnharrnhparninisnisdnivnjcynlArrnlEnlarrnldrnlenleftarrow"
    "nleftrightarrownleqnleqqnleqslantnlesnlessnlsimnltnltrinltrienmidnopfnotnotinnotinE"
    "notindotnotinvanotinvbnotinvcnotninotnivanotnivbnotnivcnparnparallelnparslnpartnpolintnpr"
    "nprcuenprenprecnpreceqnrArrnrarrnrarrcnrarrwnrightarrownrtrinrtrienscnsccuenscenscr"
    "nshortmidnshortparallelnsimnsimensimeqnsmidnsparnsqsubensqsupensubnsubEnsubensubset"
    "nsubseteqnsubseteqqnsuccnsucceqnsupnsupEnsupensupsetnsupseteqnsupseteqqntglntildentlg"
    "ntriangleleftntrianglelefteqntrianglerightntrianglerighteqnunumnumeronumspnvDashnvHarrnvap"
    "nvdashnvgenvgtnvinfinnvlArrnvlenvltnvltrienvrArrnvrtrienvsimnwArrnwarhknwarrnwarrownwnear"
    "oSoacuteoastocirocircocyodashodblacodivodotodsoldoeligofcirofrogonograveogtohbarohmoint"
    "olarrolcirolcrossolineoltomacromegaomicronomidominusoopfoparoperpoplusororarrordorder"
    "orderofordfordmorigoforororslopeorvoscroslashosolotildeotimesotimesasoumlovbarparpara"
    "parallelparsimparslpartpcypercntperiodpermilperppertenkpfrphiphivphmmatphonepipitchforkpiv"
    "planckplanckhplankvplusplusacirplusbpluscirplusdoplusdupluseplusmnplussimplustwopmpointint"
    "popfpoundprprEprapprcuepreprecprecapproxpreccurlyeqpreceqprecnapproxprecneqqprecnsim"
    "precsimprimeprimesprnEprnapprnsimprodprofalarproflineprofsurfpropproptoprsimprurelpscrpsi"
    "puncspqfrqintqopfqprimeqscrquaternionsquatintquestquesteqquotrAarrrArrrAtailrBarrrHarrace"
    "racuteradicraemptyvrangrangdrangerangleraquorarrrarraprarrbrarrbfsrarrcrarrfsrarrhkrarrlp"
    "rarrplrarrsimrarrtlrarrwratailratiorationalsrbarrrbbrkrbracerbrackrbrkerbrksldrbrkslu"
    "rcaronrcedilrceilrcubrcyrdcardldharrdquordquorrdshrealrealinerealpartrealsrectregrfisht"
    "rfloorrfrrhardrharurharulrhorhovrightarrowrightarrowtailrightharpoondownrightharpoonup"
    "rightleftarrowsrightleftharpoonsrightrightarrowsrightsquigarrowrightthreetimesring"
    "risingdotseqrlarrrlharrlmrmoustrmoustachernmidroangroarrrobrkroparropfroplusrotimesrpar"
    "rpargtrppolintrrarrrsaquorscrrshrsqbrsquorsquorrthreertimesrtrirtriertrifrtriltriruluharrx"
    "sacutesbquoscscEscapscaronsccuescescedilscircscnEscnapscnsimscpolintscsimscysdotsdotbsdote"
    "seArrsearhksearrsearrowsectsemiseswarsetminussetmnsextsfrsfrownsharpshchcyshcyshortmid"
    "shortparallelshysigmasigmafsigmavsimsimdotsimesimeqsimgsimgEsimlsimlEsimnesimplussimrarr"
    "slarrsmallsetminussmashpsmeparslsmidsmilesmtsmtesmtessoftcysolsolbsolbarsopfspades"
    "spadesuitsparsqcapsqcapssqcupsqcupssqsubsqsubesqsubsetsqsubseteqsqsupsqsupesqsupset"
    "sqsupseteqsqusquaresquarfsqufsrarrsscrssetmnssmilesstarfstarstarfstraightepsilon"
    "straightphistrnssubsubEsubdotsubesubedotsubmultsubnEsubnesubplussubrarrsubsetsubseteq"
    "subseteqqsubsetneqsubsetneqqsubsimsubsubsubsupsuccsuccapproxsucccurlyeqsucceqsuccnapprox"
    "succneqqsuccnsimsuccsimsumsungsupsup1sup2sup3supEsupdotsupdsubsupesupedotsuphsolsuphsub"
    "suplarrsupmultsupnEsupnesupplussupsetsupseteqsupseteqqsupsetneqsupsetneqqsupsimsupsub"
    "supsupswArrswarhkswarrswarrowswnwarszligtargettautbrktcarontcediltcytdottelrectfrthere4"
    "thereforethetathetasymthetavthickapproxthicksimthinspthkapthksimthorntildetimestimesb"
    "timesbartimesdtinttoeatoptopbottopcirtopftopforktosatprimetradetriangletriangledown"
    "trianglelefttrianglelefteqtriangleqtrianglerighttrianglerighteqtridottrietriminustriplus"
    "trisbtritimetrpeziumtscrtscytshcytstroktwixttwoheadleftarrowtwoheadrightarrowuArruHar"
    "uacuteuarrubrcyubreveucircucyudarrudblacudharufishtufrugraveuharluharruhblkulcornulcorner"
    "ulcropultriumacrumluogonuopfuparrowupdownarrowupharpoonleftupharpoonrightuplusupsiupsih"
    "upsilonupuparrowsurcornurcornerurcropuringurtriuscrutdotutildeutriutrifuuarruumluwangle"
    "vArrvBarvBarvvDashvangrtvarepsilonvarkappavarnothingvarphivarpivarproptovarrvarrhovarsigma"
    "varsubsetneqvarsubsetneqqvarsupsetneqvarsupsetneqqvarthetavartriangleleftvartriangleright"
    "vcyvdashveeveebarveeeqvellipverbarvertvfrvltrivnsubvnsupvopfvpropvrtrivscrvsubnEvsubne"
    "vsupnEvsupnevzigzagwcircwedbarwedgewedgeqweierpwfrwopfwpwrwreathwscrxcapxcircxcupxdtrixfr"
    "xhArrxharrxixlArrxlarrxmapxnisxodotxopfxoplusxotimexrArrxrarrxscrxsqcupxuplusxutrixvee"
    "xwedgeyacuteyacyycircycyyenyfryicyyopfyscryucyyumlzacutezcaronzcyzdotzeetrfzetazfrzhcy"
    "zigrarrzopfzscrzwjzwnj";

const char kEntityValues[] =
    "\303\206\046\303\201\304\202\303\202\320\220\360\235\224\204\303\200\316\221\304\200"
    "\342\251\223\304\204\360\235\224\270\342\201\241\303\205\360\235\222\234\342\211\224"
    "\303\203\303\204\342\210\226\342\253\247\342\214\206\320\221\342\210\265\342\204\254"
    "\316\222\360\235\224\205\360\235\224\271\313\230\342\211\216\320\247\302\251\304\206"
    "\342\213\222\342\205\205\342\204\255\304\214\303\207\304\210\342\210\260\304\212\302\270"
    "\302\267\316\247\342\212\231\342\212\226\342\212\225\342\212\227\342\210\262\342\200\235"
    "\342\200\231\342\210\267\342\251\264\342\211\241\342\210\257\342\210\256\342\204\202"
    "\342\210\220\342\210\263\342\250\257\360\235\222\236\342\213\223\342\211\215\342\244\221"
    "\320\202\320\205\320\217\342\200\241\342\206\241\342\253\244\304\216\320\224\342\210\207"
    "\316\224\360\235\224\207\302\264\313\231\313\235\140\313\234\342\213\204\342\205\206"
    "\360\235\224\273\302\250\342\203\234\342\211\220\342\207\223\342\207\220\342\207\224"
    "\342\237\270\342\237\272\342\237\271\342\207\222\342\212\250\342\207\221\342\207\225"
    "\342\210\245\342\206\223\342\244\223\342\207\265\314\221\342\245\220\342\245\236"
    "\342\206\275\342\245\226\342\245\237\342\207\201\342\245\227\342\212\244\342\206\247"
    "\360\235\222\237\304\220\305\212\303\220\303\211\304\232\303\212\320\255\304\226"
    "\360\235\224\210\303\210\342\210\210\304\222\342\227\273\342\226\253\304\230"
    "\360\235\224\274\316\225\342\251\265\342\211\202\342\207\214\342\204\260\342\251\263"
    "\316\227\303\213\342\210\203\342\205\207\320\244\360\235\224\211\342\227\274\342\226\252"
    "\360\235\224\275\342\210\200\342\204\261\320\203\076\316\223\317\234\304\236\304\242"
    "\304\234\320\223\304\240\360\235\224\212\342\213\231\360\235\224\276\342\211\245"
    "\342\213\233\342\211\247\342\252\242\342\211\267\342\251\276\342\211\263\360\235\222\242"
    "\342\211\253\320\252\313\207\136\304\244\342\204\214\342\204\213\342\204\215\342\224\200"
    "\304\246\342\211\217\320\225\304\262\320\201\303\215\303\216\320\230\304\260\342\204\221"
    "\303\214\304\252\342\205\210\342\210\254\342\210\253\342\213\202\342\201\243\342\201\242"
    "\304\256\360\235\225\200\316\231\342\204\220\304\250\320\206\303\217\304\264\320\231"
    "\360\235\224\215\360\235\225\201\360\235\222\245\320\210\320\204\320\245\320\214\316\232"
    "\304\266\320\232\360\235\224\216\360\235\225\202\360\235\222\246\320\211\074\304\271"
    "\316\233\342\237\252\342\204\222\342\206\236\304\275\304\273\320\233\342\237\250"
    "\342\206\220\342\207\244\342\207\206\342\214\210\342\237\246\342\245\241\342\207\203"
    "\342\245\231\342\214\212\342\206\224\342\245\216\342\212\243\342\206\244\342\245\232"
    "\342\212\262\342\247\217\342\212\264\342\245\221\342\245\240\342\206\277\342\245\230"
    "\342\206\274\342\245\222\342\213\232\342\211\246\342\211\266\342\252\241\342\251\275"
    "\342\211\262\360\235\224\217\342\213\230\342\207\232\304\277\342\237\265\342\237\267"
    "\342\237\266\360\235\225\203\342\206\231\342\206\230\342\206\260\305\201\342\211\252"
    "\342\244\205\320\234\342\201\237\342\204\263\360\235\224\220\342\210\223\360\235\225\204"
    "\316\234\320\212\305\203\305\207\305\205\320\235\342\200\213\012\360\235\224\221"
    "\342\201\240\302\240\342\204\225\342\253\254\342\211\242\342\211\255\342\210\246"
    "\342\210\211\342\211\240\342\211\202\314\270\342\210\204\342\211\257\342\211\261"
    "\342\211\247\314\270\342\211\253\314\270\342\211\271\342\251\276\314\270\342\211\265"
    "\342\211\216\314\270\342\211\217\314\270\342\213\252\342\247\217\314\270\342\213\254"
    "\342\211\256\342\211\260\342\211\270\342\211\252\314\270\342\251\275\314\270\342\211\264"
    "\342\252\242\314\270\342\252\241\314\270\342\212\200\342\252\257\314\270\342\213\240"
    "\342\210\214\342\213\253\342\247\220\314\270\342\213\255\342\212\217\314\270\342\213\242"
    "\342\212\220\314\270\342\213\243\342\212\202\342\203\222\342\212\210\342\212\201"
    "\342\252\260\314\270\342\213\241\342\211\277\314\270\342\212\203\342\203\222\342\212\211"
    "\342\211\201\342\211\204\342\211\207\342\211\211\342\210\244\360\235\222\251\303\221"
    "\316\235\305\222\303\223\303\224\320\236\305\220\360\235\224\222\303\222\305\214\316\251"
    "\316\237\360\235\225\206\342\200\234\342\200\230\342\251\224\360\235\222\252\303\230"
    "\303\225\342\250\267\303\226\342\200\276\342\217\236\342\216\264\342\217\234\342\210\202"
    "\320\237\360\235\224\223\316\246\316\240\302\261\342\204\231\342\252\273\342\211\272"
    "\342\252\257\342\211\274\342\211\276\342\200\263\342\210\217\342\210\235\360\235\222\253"
    "\316\250\042\360\235\224\224\342\204\232\360\235\222\254\342\244\220\302\256\305\224"
    "\342\237\253\342\206\240\342\244\226\305\230\305\226\320\240\342\204\234\342\210\213"
    "\342\207\213\342\245\257\316\241\342\237\251\342\206\222\342\207\245\342\207\204"
    "\342\214\211\342\237\247\342\245\235\342\207\202\342\245\225\342\214\213\342\212\242"
    "\342\206\246\342\245\233\342\212\263\342\247\220\342\212\265\342\245\217\342\245\234"
    "\342\206\276\342\245\224\342\207\200\342\245\223\342\204\235\342\245\260\342\207\233"
    "\342\204\233\342\206\261\342\247\264\320\251\320\250\320\254\305\232\342\252\274\305\240"
    "\305\236\305\234\320\241\360\235\224\226\342\206\221\316\243\342\210\230\360\235\225\212"
    "\342\210\232\342\226\241\342\212\223\342\212\217\342\212\221\342\212\220\342\212\222"
    "\342\212\224\360\235\222\256\342\213\206\342\213\220\342\212\206\342\211\273\342\252\260"
    "\342\211\275\342\211\277\342\210\221\342\213\221\342\212\203\342\212\207\303\236"
    "\342\204\242\320\213\320\246\011\316\244\305\244\305\242\320\242\360\235\224\227"
    "\342\210\264\316\230\342\201\237\342\200\212\342\200\211\342\210\274\342\211\203"
    "\342\211\205\342\211\210\360\235\225\213\342\203\233\360\235\222\257\305\246\303\232"
    "\342\206\237\342\245\211\320\216\305\254\303\233\320\243\305\260\360\235\224\230\303\231"
    "\305\252\137\342\217\237\342\216\265\342\217\235\342\213\203\342\212\216\305\262"
    "\360\235\225\214\342\244\222\342\207\205\342\206\225\342\245\256\342\212\245\342\206\245"
    "\342\206\226\342\206\227\317\222\316\245\305\256\360\235\222\260\305\250\303\234"
    "\342\212\253\342\253\253\320\222\342\212\251\342\253\246\342\213\201\342\200\226"
    "\342\210\243\174\342\235\230\342\211\200\342\200\212\360\235\224\231\360\235\225\215"
    "\360\235\222\261\342\212\252\305\264\342\213\200\360\235\224\232\360\235\225\216"
    "\360\235\222\262\360\235\224\233\316\236\360\235\225\217\360\235\222\263\320\257\320\207"
    "\320\256\303\235\305\266\320\253\360\235\224\234\360\235\225\220\360\235\222\264\305\270"
    "\320\226\305\271\305\275\320\227\305\273\316\226\342\204\250\342\204\244\360\235\222\265"
    "\303\241\304\203\342\210\276\342\210\276\314\263\342\210\277\303\242\320\260\303\246"
    "\360\235\224\236\303\240\342\204\265\316\261\304\201\342\250\277\342\210\247\342\251\225"
    "\342\251\234\342\251\230\342\251\232\342\210\240\342\246\244\342\210\241\342\246\250"
    "\342\246\251\342\246\252\342\246\253\342\246\254\342\246\255\342\246\256\342\246\257"
    "\342\210\237\342\212\276\342\246\235\342\210\242\342\215\274\304\205\360\235\225\222"
    "\342\251\260\342\251\257\342\211\212\342\211\213\047\303\245\360\235\222\266\052\303\243"
    "\303\244\342\250\221\342\253\255\342\211\214\317\266\342\200\265\342\210\275\342\213\215"
    "\342\212\275\342\214\205\342\216\266\320\261\342\200\236\342\246\260\316\262\342\204\266"
    "\342\211\254\360\235\224\237\342\227\257\342\250\200\342\250\201\342\250\202\342\250\206"
    "\342\230\205\342\226\275\342\226\263\342\250\204\342\244\215\342\247\253\342\226\264"
    "\342\226\276\342\227\202\342\226\270\342\220\243\342\226\222\342\226\221\342\226\223"
    "\342\226\210\075\342\203\245\342\211\241\342\203\245\342\214\220\360\235\225\223"
    "\342\213\210\342\225\227\342\225\224\342\225\226\342\225\223\342\225\220\342\225\246"
    "\342\225\251\342\225\244\342\225\247\342\225\235\342\225\232\342\225\234\342\225\231"
    "\342\225\221\342\225\254\342\225\243\342\225\240\342\225\253\342\225\242\342\225\237"
    "\342\247\211\342\225\225\342\225\222\342\224\220\342\224\214\342\225\245\342\225\250"
    "\342\224\254\342\224\264\342\212\237\342\212\236\342\212\240\342\225\233\342\225\230"
    "\342\224\230\342\224\224\342\224\202\342\225\252\342\225\241\342\225\236\342\224\274"
    "\342\224\244\342\224\234\302\246\360\235\222\267\342\201\217\134\342\247\205\342\237\210"
    "\342\200\242\342\252\256\304\207\342\210\251\342\251\204\342\251\211\342\251\213"
    "\342\251\207\342\251\200\342\210\251\357\270\200\342\201\201\342\251\215\304\215\303\247"
    "\304\211\342\251\214\342\251\220\304\213\342\246\262\302\242\360\235\224\240\321\207"
    "\342\234\223\317\207\342\227\213\342\247\203\313\206\342\211\227\342\206\272\342\206\273"
    "\342\223\210\342\212\233\342\212\232\342\212\235\342\250\220\342\253\257\342\247\202"
    "\342\231\243\072\054\100\342\210\201\342\251\255\360\235\225\224\342\204\227\342\206\265"
    "\342\234\227\360\235\222\270\342\253\217\342\253\221\342\253\220\342\253\222\342\213\257"
    "\342\244\270\342\244\265\342\213\236\342\213\237\342\206\266\342\244\275\342\210\252"
    "\342\251\210\342\251\206\342\251\212\342\212\215\342\251\205\342\210\252\357\270\200"
    "\342\206\267\342\244\274\342\213\216\342\213\217\302\244\342\210\261\342\214\255"
    "\342\245\245\342\200\240\342\204\270\342\200\220\342\244\217\304\217\320\264\342\207\212"
    "\342\251\267\302\260\316\264\342\246\261\342\245\277\360\235\224\241\342\231\246\317\235"
    "\342\213\262\303\267\342\213\207\321\222\342\214\236\342\214\215\044\360\235\225\225"
    "\342\211\221\342\210\270\342\210\224\342\212\241\342\214\237\342\214\214\360\235\222\271"
    "\321\225\342\247\266\304\221\342\213\261\342\226\277\342\246\246\321\237\342\237\277"
    "\303\251\342\251\256\304\233\342\211\226\303\252\342\211\225\321\215\304\227\342\211\222"
    "\360\235\224\242\342\252\232\303\250\342\252\226\342\252\230\342\252\231\342\217\247"
    "\342\204\223\342\252\225\342\252\227\304\223\342\210\205\342\200\203\342\200\204"
    "\342\200\205\305\213\342\200\202\304\231\360\235\225\226\342\213\225\342\247\243"
    "\342\251\261\316\265\317\265\075\342\211\237\342\251\270\342\247\245\342\211\223"
    "\342\245\261\342\204\257\316\267\303\260\303\253\342\202\254\041\321\204\342\231\200"
    "\357\254\203\357\254\200\357\254\204\360\235\224\243\357\254\201\146\152\342\231\255"
    "\357\254\202\342\226\261\306\222\360\235\225\227\342\213\224\342\253\231\342\250\215"
    "\302\275\342\205\223\302\274\342\205\225\342\205\231\342\205\233\342\205\224\342\205\226"
    "\302\276\342\205\227\342\205\234\342\205\230\342\205\232\342\205\235\342\205\236"
    "\342\201\204\342\214\242\360\235\222\273\342\252\214\307\265\316\263\342\252\206\304\237"
    "\304\235\320\263\304\241\342\252\251\342\252\200\342\252\202\342\252\204"
    "\342\213\233\357\270\200\342\252\224\360\235\224\244\342\204\267\321\223\342\252\222"
    "\342\252\245\342\252\244\342\211\251\342\252\212\342\252\210\342\213\247\360\235\225\230"
    "\342\204\212\342\252\216\342\252\220\342\252\247\342\251\272\342\213\227\342\246\225"
    "\342\251\274\342\245\270\342\211\251\357\270\200\321\212\342\245\210\342\206\255"
    "\342\204\217\304\245\342\231\245\342\200\246\342\212\271\360\235\224\245\342\244\245"
    "\342\244\246\342\207\277\342\210\273\342\206\251\342\206\252\360\235\225\231\342\200\225"
    "\360\235\222\275\304\247\342\201\203\303\255\303\256\320\270\320\265\302\241"
    "\360\235\224\246\303\254\342\250\214\342\210\255\342\247\234\342\204\251\304\263\304\253"
    "\304\261\342\212\267\306\265\342\204\205\342\210\236\342\247\235\342\212\272\342\250\227"
    "\342\250\274\321\221\304\257\360\235\225\232\316\271\302\277\360\235\222\276\342\213\271"
    "\342\213\265\342\213\264\342\213\263\304\251\321\226\303\257\304\265\320\271"
    "\360\235\224\247\310\267\360\235\225\233\360\235\222\277\321\230\321\224\316\272\317\260"
    "\304\267\320\272\360\235\224\250\304\270\321\205\321\234\360\235\225\234\360\235\223\200"
    "\342\244\233\342\244\216\342\252\213\342\245\242\304\272\342\246\264\316\273\342\246\221"
    "\342\252\205\302\253\342\244\237\342\244\235\342\206\253\342\244\271\342\245\263"
    "\342\206\242\342\252\253\342\244\231\342\252\255\342\252\255\357\270\200\342\244\214"
    "\342\235\262\173\133\342\246\213\342\246\217\342\246\215\304\276\304\274\320\273"
    "\342\244\266\342\245\247\342\245\213\342\206\262\342\211\244\342\207\207\342\213\213"
    "\342\252\250\342\251\277\342\252\201\342\252\203\342\213\232\357\270\200\342\252\223"
    "\342\213\226\342\245\274\360\235\224\251\342\252\221\342\245\252\342\226\204\321\231"
    "\342\245\253\342\227\272\305\200\342\216\260\342\211\250\342\252\211\342\252\207"
    "\342\213\246\342\237\254\342\207\275\342\237\274\342\206\254\342\246\205\360\235\225\235"
    "\342\250\255\342\250\264\342\210\227\342\227\212\050\342\246\223\342\245\255\342\200\216"
    "\342\212\277\342\200\271\360\235\223\201\342\252\215\342\252\217\342\200\232\305\202"
    "\342\252\246\342\251\271\342\213\211\342\245\266\342\251\273\342\246\226\342\227\203"
    "\342\245\212\342\245\246\342\211\250\357\270\200\342\210\272\302\257\342\231\202"
    "\342\234\240\342\226\256\342\250\251\320\274\342\200\224\360\235\224\252\342\204\247"
    "\302\265\342\253\260\342\210\222\342\250\252\342\253\233\342\212\247\360\235\225\236"
    "\360\235\223\202\316\274\342\212\270\342\213\231\314\270\342\211\253\342\203\222"
    "\342\207\215\342\207\216\342\213\230\314\270\342\211\252\342\203\222\342\207\217"
    "\342\212\257\342\212\256\305\204\342\210\240\342\203\222\342\251\260\314\270"
    "\342\211\213\314\270\305\211\342\231\256\342\251\203\305\210\305\206\342\251\255\314\270"
    "\342\251\202\320\275\342\200\223\342\207\227\342\244\244\342\211\220\314\270\342\244\250"
    "\360\235\224\253\342\206\256\342\253\262\342\213\274\342\213\272\321\232"
    "\342\211\246\314\270\342\206\232\342\200\245\360\235\225\237\302\254\342\213\271\314\270"
    "\342\213\265\314\270\342\213\267\342\213\266\342\213\276\342\213\275"
    "\342\253\275\342\203\245\342\210\202\314\270\342\250\224\342\206\233\342\244\263\314\270"
    "\342\206\235\314\270\360\235\223\203\342\212\204\342\253\205\314\270\342\212\205"
    "\342\253\206\314\270\303\261\316\275\043\342\204\226\342\200\207\342\212\255\342\244\204"
    "\342\211\215\342\203\222\342\212\254\342\211\245\342\203\222\076\342\203\222\342\247\236"
    "\342\244\202\342\211\244\342\203\222\074\342\203\222\342\212\264\342\203\222\342\244\203"
    "\342\212\265\342\203\222\342\210\274\342\203\222\342\207\226\342\244\243\342\244\247"
    "\303\263\303\264\320\276\305\221\342\250\270\342\246\274\305\223\342\246\277"
    "\360\235\224\254\313\233\303\262\342\247\201\342\246\265\342\246\276\342\246\273"
    "\342\247\200\305\215\317\211\316\277\342\246\266\360\235\225\240\342\246\267\342\246\271"
    "\342\210\250\342\251\235\342\204\264\302\252\302\272\342\212\266\342\251\226\342\251\227"
    "\342\251\233\303\270\342\212\230\303\265\342\250\266\303\266\342\214\275\302\266"
    "\342\253\263\342\253\275\320\277\045\056\342\200\260\342\200\261\360\235\224\255\317\206"
    "\317\225\342\230\216\317\200\317\226\342\204\216\053\342\250\243\342\250\242\342\250\245"
    "\342\251\262\342\250\246\342\250\247\342\250\225\360\235\225\241\302\243\342\252\263"
    "\342\252\267\342\252\271\342\252\265\342\213\250\342\200\262\342\214\256\342\214\222"
    "\342\214\223\342\212\260\360\235\223\205\317\210\342\200\210\360\235\224\256"
    "\360\235\225\242\342\201\227\360\235\223\206\342\250\226\077\342\244\234\342\245\244"
    "\342\210\275\314\261\305\225\342\246\263\342\246\222\342\246\245\302\273\342\245\265"
    "\342\244\240\342\244\263\342\244\236\342\245\205\342\245\264\342\206\243\342\206\235"
    "\342\244\232\342\210\266\342\235\263\175\135\342\246\214\342\246\216\342\246\220\305\231"
    "\305\227\321\200\342\244\267\342\245\251\342\206\263\342\226\255\342\245\275"
    "\360\235\224\257\342\245\254\317\201\317\261\342\207\211\342\213\214\313\232\342\200\217"
    "\342\216\261\342\253\256\342\237\255\342\207\276\342\246\206\360\235\225\243\342\250\256"
    "\342\250\265\051\342\246\224\342\250\222\342\200\272\360\235\223\207\342\213\212"
    "\342\226\271\342\247\216\342\245\250\342\204\236\305\233\342\252\264\342\252\270\305\241"
    "\305\237\305\235\342\252\266\342\252\272\342\213\251\342\250\223\321\201\342\213\205"
    "\342\251\246\342\207\230\302\247\073\342\244\251\342\234\266\360\235\224\260\342\231\257"
    "\321\211\321\210\302\255\317\203\317\202\342\251\252\342\252\236\342\252\240\342\252\235"
    "\342\252\237\342\211\206\342\250\244\342\245\262\342\250\263\342\247\244\342\214\243"
    "\342\252\252\342\252\254\342\252\254\357\270\200\321\214\057\342\247\204\342\214\277"
    "\360\235\225\244\342\231\240\342\212\223\357\270\200\342\212\224\357\270\200"
    "\360\235\223\210\342\230\206\342\212\202\342\253\205\342\252\275\342\253\203\342\253\201"
    "\342\253\213\342\212\212\342\252\277\342\245\271\342\253\207\342\253\225\342\253\223"
    "\342\231\252\302\271\302\262\302\263\342\253\206\342\252\276\342\253\230\342\253\204"
    "\342\237\211\342\253\227\342\245\273\342\253\202\342\253\214\342\212\213\342\253\200"
    "\342\253\210\342\253\224\342\253\226\342\207\231\342\244\252\303\237\342\214\226\317\204"
    "\305\245\305\243\321\202\342\214\225\360\235\224\261\316\270\317\221\303\276\303\227"
    "\342\250\261\342\250\260\342\214\266\342\253\261\360\235\225\245\342\253\232\342\200\264"
    "\342\226\265\342\211\234\342\227\254\342\250\272\342\250\271\342\247\215\342\250\273"
    "\342\217\242\360\235\223\211\321\206\321\233\305\247\342\245\243\303\272\321\236\305\255"
    "\303\273\321\203\305\261\342\245\276\360\235\224\262\303\271\342\226\200\342\214\234"
    "\342\214\217\342\227\270\305\253\305\263\360\235\225\246\317\205\342\207\210\342\214\235"
    "\342\214\216\305\257\342\227\271\360\235\223\212\342\213\260\305\251\303\274\342\246\247"
    "\342\253\250\342\253\251\342\246\234\342\212\212\357\270\200\342\253\213\357\270\200"
    "\342\212\213\357\270\200\342\253\214\357\270\200\320\262\342\212\273\342\211\232"
    "\342\213\256\360\235\224\263\360\235\225\247\360\235\223\213\342\246\232\305\265"
    "\342\251\237\342\211\231\342\204\230\360\235\224\264\360\235\225\250\360\235\223\214"
    "\360\235\224\265\316\276\342\213\273\360\235\225\251\360\235\223\215\303\275\321\217"
    "\305\267\321\213\302\245\360\235\224\266\321\227\360\235\225\252\360\235\223\216\321\216"
    "\303\277\305\272\305\276\320\267\305\274\316\266\360\235\224\267\320\266\342\207\235"
    "\360\235\225\253\360\235\223\217\342\200\215\342\200\214";

const EntityEntry kEntityEntries[] = {
    {0, 0, 5, 2, true}, {5, 2, 3, 1, true}, {8, 3, 6, 2, true}, {14, 5, 6, 2, false},
    {20, 7, 5, 2, true}, {25, 9, 3, 2, false}, {28, 11, 3, 4, false}, {31, 15, 6, 2, true},
    {37, 17, 5, 2, false}, {42, 19, 5, 2, false}, {47, 21, 3, 3, false}, {50, 24, 5, 2, false},
    {55, 26, 4, 4, false}, {59, 30, 13, 3, false}, {72, 33, 5, 2, true}, {77, 35, 4, 4, false},
    {81, 39, 6, 3, false}, {87, 42, 6, 2, true}, {93, 44, 4, 2, true}, {97, 46, 9, 3, false},
    {106, 49, 4, 3, false}, {110, 52, 6, 3, false}, {116, 55, 3, 2, false},
    {119, 57, 7, 3, false}, {126, 60, 10, 3, false}, {136, 63, 4, 2, false},
    {140, 65, 3, 4, false}, {143, 69, 4, 4, false}, {147, 73, 5, 2, false},
    {152, 60, 4, 3, false}, {156, 75, 6, 3, false}, {162, 78, 4, 2, false},
    {166, 80, 4, 2, true}, {170, 82, 6, 2, false}, {176, 84, 3, 3, false},
    {179, 87, 20, 3, false}, {199, 90, 7, 3, false}, {206, 93, 6, 2, false},
    {212, 95, 6, 2, true}, {218, 97, 5, 2, false}, {223, 99, 7, 3, false},
    {230, 102, 4, 2, false}, {234, 104, 7, 2, false}, {241, 106, 9, 2, false},
    {250, 90, 3, 3, false}, {253, 108, 3, 2, false}, {256, 110, 9, 3, false},
    {265, 113, 11, 3, false}, {276, 116, 10, 3, false}, {286, 119, 11, 3, false},
    {297, 122, 24, 3, false}, {321, 125, 21, 3, false}, {342, 128, 15, 3, false},
    {357, 131, 5, 3, false}, {362, 134, 6, 3, false}, {368, 137, 9, 3, false},
    {377, 140, 6, 3, false}, {383, 143, 15, 3, false}, {398, 146, 4, 3, false},
    {402, 149, 9, 3, false}, {411, 152, 31, 3, false}, {442, 155, 5, 3, false},
    {447, 158, 4, 4, false}, {451, 162, 3, 3, false}, {454, 165, 6, 3, false},
    {460, 87, 2, 3, false}, {462, 168, 8, 3, false}, {470, 171, 4, 2, false},
    {474, 173, 4, 2, false}, {478, 175, 4, 2, false}, {482, 177, 6, 3, false},
    {488, 180, 4, 3, false}, {492, 183, 5, 3, false}, {497, 186, 6, 2, false},
    {503, 188, 3, 2, false}, {506, 190, 3, 3, false}, {509, 193, 5, 2, false},
    {514, 195, 3, 4, false}, {517, 199, 16, 2, false}, {533, 201, 14, 2, false},
    {547, 203, 22, 2, false}, {569, 205, 16, 1, false}, {585, 206, 16, 2, false},
    {601, 208, 7, 3, false}, {608, 211, 13, 3, false}, {621, 214, 4, 4, false},
    {625, 218, 3, 2, false}, {628, 220, 6, 3, false}, {634, 223, 8, 3, false},
    {642, 140, 21, 3, false}, {663, 218, 9, 2, false}, {672, 226, 15, 3, false},
    {687, 229, 15, 3, false}, {702, 232, 20, 3, false}, {722, 183, 13, 3, false},
    {735, 235, 19, 3, false}, {754, 238, 24, 3, false}, {778, 241, 20, 3, false},
    {798, 244, 16, 3, false}, {814, 247, 14, 3, false}, {828, 250, 13, 3, false},
    {841, 253, 17, 3, false}, {858, 256, 17, 3, false}, {875, 259, 9, 3, false},
    {884, 262, 12, 3, false}, {896, 265, 16, 3, false}, {912, 268, 9, 2, false},
    {921, 270, 19, 3, false}, {940, 273, 17, 3, false}, {957, 276, 14, 3, false},
    {971, 279, 17, 3, false}, {988, 282, 18, 3, false}, {1006, 285, 15, 3, false},
    {1021, 288, 18, 3, false}, {1039, 291, 7, 3, false}, {1046, 294, 12, 3, false},
    {1058, 226, 9, 3, false}, {1067, 297, 4, 4, false}, {1071, 301, 6, 2, false},
    {1077, 303, 3, 2, false}, {1080, 305, 3, 2, true}, {1083, 307, 6, 2, true},
    {1089, 309, 6, 2, false}, {1095, 311, 5, 2, true}, {1100, 313, 3, 2, false},
    {1103, 315, 4, 2, false}, {1107, 317, 3, 4, false}, {1110, 321, 6, 2, true},
    {1116, 323, 7, 3, false}, {1123, 326, 5, 2, false}, {1128, 328, 16, 3, false},
    {1144, 331, 20, 3, false}, {1164, 334, 5, 2, false}, {1169, 336, 4, 4, false},
    {1173, 340, 7, 2, false}, {1180, 342, 5, 3, false}, {1185, 345, 10, 3, false},
    {1195, 348, 11, 3, false}, {1206, 351, 4, 3, false}, {1210, 354, 4, 3, false},
    {1214, 357, 3, 2, false}, {1217, 359, 4, 2, true}, {1221, 361, 6, 3, false},
    {1227, 364, 12, 3, false}, {1239, 367, 3, 2, false}, {1242, 369, 3, 4, false},
    {1245, 373, 17, 3, false}, {1262, 376, 21, 3, false}, {1283, 379, 4, 4, false},
    {1287, 383, 6, 3, false}, {1293, 386, 10, 3, false}, {1303, 386, 4, 3, false},
    {1307, 389, 4, 2, false}, {1311, 391, 2, 1, true}, {1313, 392, 5, 2, false},
    {1318, 394, 6, 2, false}, {1324, 396, 6, 2, false}, {1330, 398, 6, 2, false},
    {1336, 400, 5, 2, false}, {1341, 402, 3, 2, false}, {1344, 404, 4, 2, false},
    {1348, 406, 3, 4, false}, {1351, 410, 2, 3, false}, {1353, 413, 4, 4, false},
    {1357, 417, 12, 3, false}, {1369, 420, 16, 3, false}, {1385, 423, 16, 3, false},
    {1401, 426, 14, 3, false}, {1415, 429, 11, 3, false}, {1426, 432, 17, 3, false},
    {1443, 435, 12, 3, false}, {1455, 438, 4, 4, false}, {1459, 442, 2, 3, false},
    {1461, 445, 6, 2, false}, {1467, 447, 5, 2, false}, {1472, 449, 3, 1, false},
    {1475, 450, 5, 2, false}, {1480, 452, 3, 3, false}, {1483, 455, 12, 3, false},
    {1495, 458, 4, 3, false}, {1499, 461, 14, 3, false}, {1513, 455, 4, 3, false},
    {1517, 464, 6, 2, false}, {1523, 75, 12, 3, false}, {1535, 466, 9, 3, false},
    {1544, 469, 4, 2, false}, {1548, 471, 5, 2, false}, {1553, 473, 4, 2, false},
    {1557, 475, 6, 2, true}, {1563, 477, 5, 2, true}, {1568, 479, 3, 2, false},
    {1571, 481, 4, 2, false}, {1575, 483, 3, 3, false}, {1578, 486, 6, 2, true},
    {1584, 483, 2, 3, false}, {1586, 488, 5, 2, false}, {1591, 490, 10, 3, false},
    {1601, 244, 7, 3, false}, {1608, 493, 3, 3, false}, {1611, 496, 8, 3, false},
    {1619, 499, 12, 3, false}, {1631, 502, 14, 3, false}, {1645, 505, 14, 3, false},
    {1659, 508, 5, 2, false}, {1664, 510, 4, 4, false}, {1668, 514, 4, 2, false},
    {1672, 516, 4, 3, false}, {1676, 519, 6, 2, false}, {1682, 521, 5, 2, false},
    {1687, 523, 4, 2, true}, {1691, 525, 5, 2, false}, {1696, 527, 3, 2, false},
    {1699, 529, 3, 4, false}, {1702, 533, 4, 4, false}, {1706, 537, 4, 4, false},
    {1710, 541, 6, 2, false}, {1716, 543, 5, 2, false}, {1721, 545, 4, 2, false},
    {1725, 547, 4, 2, false}, {1729, 549, 5, 2, false}, {1734, 551, 6, 2, false},
    {1740, 553, 3, 2, false}, {1743, 555, 3, 4, false}, {1746, 559, 4, 4, false},
    {1750, 563, 4, 4, false}, {1754, 567, 4, 2, false}, {1758, 569, 2, 1, true},
    {1760, 570, 6, 2, false}, {1766, 572, 6, 2, false}, {1772, 574, 4, 3, false},
    {1776, 577, 10, 3, false}, {1786, 580, 4, 3, false}, {1790, 583, 6, 2, false},
    {1796, 585, 6, 2, false}, {1802, 587, 3, 2, false}, {1805, 589, 16, 3, false},
    {1821, 592, 9, 3, false}, {1830, 595, 12, 3, false}, {1842, 598, 19, 3, false},
    {1861, 601, 11, 3, false}, {1872, 604, 17, 3, false}, {1889, 607, 17, 3, false},
    {1906, 610, 14, 3, false}, {1920, 613, 17, 3, false}, {1937, 616, 9, 3, false},
    {1946, 619, 14, 3, false}, {1960, 622, 15, 3, false}, {1975, 625, 7, 3, false},
    {1982, 628, 12, 3, false}, {1994, 631, 13, 3, false}, {2007, 634, 12, 3, false},
    {2019, 637, 15, 3, false}, {2034, 640, 17, 3, false}, {2051, 643, 16, 3, false},
    {2067, 646, 15, 3, false}, {2082, 649, 12, 3, false}, {2094, 652, 15, 3, false},
    {2109, 655, 10, 3, false}, {2119, 658, 13, 3, false}, {2132, 229, 9, 3, false},
    {2141, 232, 14, 3, false}, {2155, 661, 16, 3, false}, {2171, 664, 13, 3, false},
    {2184, 667, 11, 3, false}, {2195, 670, 8, 3, false}, {2203, 673, 14, 3, false},
    {2217, 676, 9, 3, false}, {2226, 679, 3, 4, false}, {2229, 683, 2, 3, false},
    {2231, 686, 10, 3, false}, {2241, 689, 6, 2, false}, {2247, 691, 13, 3, false},
    {2260, 694, 18, 3, false}, {2278, 697, 14, 3, false}, {2292, 235, 13, 3, false},
    {2305, 238, 18, 3, false}, {2323, 241, 14, 3, false}, {2337, 700, 4, 4, false},
    {2341, 704, 14, 3, false}, {2355, 707, 15, 3, false}, {2370, 577, 4, 3, false},
    {2374, 710, 3, 3, false}, {2377, 713, 6, 2, false}, {2383, 715, 2, 3, false},
    {2385, 718, 3, 3, false}, {2388, 721, 3, 2, false}, {2391, 723, 11, 3, false},
    {2402, 726, 9, 3, false}, {2411, 729, 3, 4, false}, {2414, 733, 9, 3, false},
    {2423, 736, 4, 4, false}, {2427, 726, 4, 3, false}, {2431, 740, 2, 2, false},
    {2433, 742, 4, 2, false}, {2437, 744, 6, 2, false}, {2443, 746, 6, 2, false},
    {2449, 748, 6, 2, false}, {2455, 750, 3, 2, false}, {2458, 752, 19, 3, false},
    {2477, 752, 18, 3, false}, {2495, 752, 17, 3, false}, {2512, 752, 21, 3, false},
    {2533, 442, 20, 3, false}, {2553, 715, 14, 3, false}, {2567, 755, 7, 1, false},
    {2574, 756, 3, 4, false}, {2577, 760, 7, 3, false}, {2584, 763, 16, 2, false},
    {2600, 765, 4, 3, false}, {2604, 768, 3, 3, false}, {2607, 771, 12, 3, false},
    {2619, 774, 9, 3, false}, {2628, 777, 20, 3, false}, {2648, 780, 10, 3, false},
    {2658, 783, 8, 3, false}, {2666, 786, 13, 5, false}, {2679, 791, 9, 3, false},
    {2688, 794, 10, 3, false}, {2698, 797, 15, 3, false}, {2713, 800, 19, 5, false},
    {2732, 805, 17, 5, false}, {2749, 810, 14, 3, false}, {2763, 813, 20, 5, false},
    {2783, 818, 15, 3, false}, {2798, 821, 15, 5, false}, {2813, 826, 12, 5, false},
    {2825, 831, 15, 3, false}, {2840, 834, 18, 5, false}, {2858, 839, 20, 3, false},
    {2878, 842, 7, 3, false}, {2885, 845, 12, 3, false}, {2897, 848, 14, 3, false},
    {2911, 851, 11, 5, false}, {2922, 856, 17, 5, false}, {2939, 861, 12, 3, false},
    {2951, 864, 23, 5, false}, {2974, 869, 17, 5, false}, {2991, 874, 11, 3, false},
    {3002, 877, 16, 5, false}, {3018, 882, 21, 3, false}, {3039, 885, 17, 3, false},
    {3056, 888, 16, 3, false}, {3072, 891, 19, 5, false}, {3091, 896, 21, 3, false},
    {3112, 899, 15, 5, false}, {3127, 904, 20, 3, false}, {3147, 907, 17, 5, false},
    {3164, 912, 22, 3, false}, {3186, 915, 9, 6, false}, {3195, 921, 14, 3, false},
    {3209, 924, 11, 3, false}, {3220, 927, 16, 5, false}, {3236, 932, 21, 3, false},
    {3257, 935, 16, 5, false}, {3273, 940, 11, 6, false}, {3284, 946, 16, 3, false},
    {3300, 949, 8, 3, false}, {3308, 952, 13, 3, false}, {3321, 955, 17, 3, false},
    {3338, 958, 13, 3, false}, {3351, 961, 14, 3, false}, {3365, 964, 4, 4, false},
    {3369, 968, 6, 2, true}, {3375, 970, 2, 2, false}, {3377, 972, 5, 2, false},
    {3382, 974, 6, 2, true}, {3388, 976, 5, 2, true}, {3393, 978, 3, 2, false},
    {3396, 980, 6, 2, false}, {3402, 982, 3, 4, false}, {3405, 986, 6, 2, true},
    {3411, 988, 5, 2, false}, {3416, 990, 5, 2, false}, {3421, 992, 7, 2, false},
    {3428, 994, 4, 4, false}, {3432, 998, 20, 3, false}, {3452, 1001, 14, 3, false},
    {3466, 1004, 2, 3, false}, {3468, 1007, 4, 4, false}, {3472, 1011, 6, 2, true},
    {3478, 1013, 6, 2, true}, {3484, 1015, 6, 3, false}, {3490, 1018, 4, 2, true},
    {3494, 1020, 7, 3, false}, {3501, 1023, 9, 3, false}, {3510, 1026, 11, 3, false},
    {3521, 1029, 15, 3, false}, {3536, 1032, 8, 3, false}, {3544, 1035, 3, 2, false},
    {3547, 1037, 3, 4, false}, {3550, 1041, 3, 2, false}, {3553, 1043, 2, 2, false},
    {3555, 1045, 9, 2, false}, {3564, 452, 13, 3, false}, {3577, 1047, 4, 3, false},
    {3581, 1050, 2, 3, false}, {3583, 1053, 8, 3, false}, {3591, 1056, 13, 3, false},
    {3604, 1059, 18, 3, false}, {3622, 1062, 13, 3, false}, {3635, 1065, 5, 3, false},
    {3640, 1068, 7, 3, false}, {3647, 131, 10, 3, false}, {3657, 1071, 12, 3, false},
    {3669, 1074, 4, 4, false}, {3673, 1078, 3, 2, false}, {3676, 1080, 4, 1, true},
    {3680, 1081, 3, 4, false}, {3683, 1085, 4, 3, false}, {3687, 1088, 4, 4, false},
    {3691, 1092, 5, 3, false}, {3696, 1095, 3, 2, true}, {3699, 1097, 6, 2, false},
    {3705, 1099, 4, 3, false}, {3709, 1102, 4, 3, false}, {3713, 1105, 6, 3, false},
    {3719, 1108, 6, 2, false}, {3725, 1110, 6, 2, false}, {3731, 1112, 3, 2, false},
    {3734, 1114, 2, 3, false}, {3736, 1117, 14, 3, false}, {3750, 1120, 18, 3, false},
    {3768, 1123, 20, 3, false}, {3788, 1114, 3, 3, false}, {3791, 1126, 3, 2, false},
    {3794, 1128, 17, 3, false}, {3811, 1131, 10, 3, false}, {3821, 1134, 13, 3, false},
    {3834, 1137, 19, 3, false}, {3853, 1140, 12, 3, false}, {3865, 1143, 18, 3, false},
    {3883, 1146, 18, 3, false}, {3901, 1149, 15, 3, false}, {3916, 1152, 18, 3, false},
    {3934, 1155, 10, 3, false}, {3944, 1158, 8, 3, false}, {3952, 1161, 13, 3, false},
    {3965, 1164, 14, 3, false}, {3979, 1167, 13, 3, false}, {3992, 1170, 16, 3, false},
    {4008, 1173, 18, 3, false}, {4026, 1176, 17, 3, false}, {4043, 1179, 16, 3, false},
    {4059, 1182, 13, 3, false}, {4072, 1185, 16, 3, false}, {4088, 1188, 11, 3, false},
    {4099, 1191, 14, 3, false}, {4113, 244, 10, 3, false}, {4123, 1194, 4, 3, false},
    {4127, 1197, 12, 3, false}, {4139, 1200, 11, 3, false}, {4150, 1203, 4, 3, false},
    {4154, 1206, 3, 3, false}, {4157, 1209, 11, 3, false}, {4168, 1212, 6, 2, false},
    {4174, 1214, 4, 2, false}, {4178, 1216, 6, 2, false}, {4184, 1218, 6, 2, false},
    {4190, 1220, 2, 3, false}, {4192, 1223, 6, 2, false}, {4198, 1225, 6, 2, false},
    {4204, 1227, 5, 2, false}, {4209, 1229, 3, 2, false}, {4212, 1231, 3, 4, false},
    {4215, 259, 14, 3, false}, {4229, 592, 14, 3, false}, {4243, 1131, 15, 3, false},
    {4258, 1235, 12, 3, false}, {4270, 1238, 5, 2, false}, {4275, 1240, 11, 3, false},
    {4286, 1243, 4, 4, false}, {4290, 1247, 4, 3, false}, {4294, 1250, 6, 3, false},
    {4300, 1253, 18, 3, false}, {4318, 1256, 12, 3, false}, {4330, 1259, 17, 3, false},
    {4347, 1262, 14, 3, false}, {4361, 1265, 19, 3, false}, {4380, 1268, 11, 3, false},
    {4391, 1271, 4, 4, false}, {4395, 1275, 4, 3, false}, {4399, 1278, 3, 3, false},
    {4402, 1278, 6, 3, false}, {4408, 1281, 11, 3, false}, {4419, 1284, 8, 3, false},
    {4427, 1287, 13, 3, false}, {4440, 1290, 18, 3, false}, {4458, 1293, 13, 3, false},
    {4471, 1117, 8, 3, false}, {4479, 1296, 3, 3, false}, {4482, 1299, 3, 3, false},
    {4485, 1302, 8, 3, false}, {4493, 1305, 13, 3, false}, {4506, 1299, 6, 3, false},
    {4512, 1308, 5, 2, true}, {4517, 1310, 5, 3, false}, {4522, 1313, 5, 2, false},
    {4527, 1315, 4, 2, false}, {4531, 1317, 3, 1, false}, {4534, 1318, 3, 2, false},
    {4537, 1320, 6, 2, false}, {4543, 1322, 6, 2, false}, {4549, 1324, 3, 2, false},
    {4552, 1326, 3, 4, false}, {4555, 1330, 9, 3, false}, {4564, 1333, 5, 2, false},
    {4569, 1335, 10, 6, false}, {4579, 1341, 9, 3, false}, {4588, 1344, 5, 3, false},
    {4593, 1347, 10, 3, false}, {4603, 1350, 14, 3, false}, {4617, 1353, 10, 3, false},
    {4627, 1356, 4, 4, false}, {4631, 1360, 9, 3, false}, {4640, 1363, 4, 4, false},
    {4644, 1367, 6, 2, false}, {4650, 1369, 6, 2, true}, {4656, 1371, 4, 3, false},
    {4660, 1374, 8, 3, false}, {4668, 1377, 5, 2, false}, {4673, 1379, 6, 2, false},
    {4679, 1381, 5, 2, true}, {4684, 1383, 3, 2, false}, {4687, 1385, 6, 2, false},
    {4693, 1387, 3, 4, false}, {4696, 1391, 6, 2, true}, {4702, 1393, 5, 2, false},
    {4707, 1395, 8, 1, false}, {4715, 1396, 10, 3, false}, {4725, 1399, 12, 3, false},
    {4737, 1402, 16, 3, false}, {4753, 1405, 5, 3, false}, {4758, 1408, 9, 3, false},
    {4767, 1411, 5, 2, false}, {4772, 1413, 4, 4, false}, {4776, 1235, 7, 3, false},
    {4783, 1417, 10, 3, false}, {4793, 1420, 16, 3, false}, {4809, 1423, 11, 3, false},
    {4820, 1426, 13, 3, false}, {4833, 1429, 5, 3, false}, {4838, 1432, 10, 3, false},
    {4848, 250, 7, 3, false}, {4855, 253, 11, 3, false}, {4866, 1435, 14, 3, false},
    {4880, 1438, 15, 3, false}, {4895, 1441, 4, 2, false}, {4899, 1443, 7, 2, false},
    {4906, 1445, 5, 2, false}, {4911, 1447, 4, 4, false}, {4915, 1451, 6, 2, false},
    {4921, 1453, 4, 2, true}, {4925, 1455, 5, 3, false}, {4930, 1458, 4, 3, false},
    {4934, 1461, 3, 2, false}, {4937, 1463, 5, 3, false}, {4942, 1466, 6, 3, false},
    {4948, 1469, 3, 3, false}, {4951, 1472, 6, 3, false}, {4957, 1472, 4, 3, false},
    {4961, 1475, 11, 3, false}, {4972, 1478, 12, 1, false}, {4984, 1479, 17, 3, false},
    {5001, 1482, 13, 3, false}, {5014, 1485, 13, 3, false}, {5027, 1488, 3, 4, false},
    {5030, 1492, 4, 4, false}, {5034, 1496, 4, 4, false}, {5038, 1500, 6, 3, false},
    {5044, 1503, 5, 2, false}, {5049, 1505, 5, 3, false}, {5054, 1508, 3, 4, false},
    {5057, 1512, 4, 4, false}, {5061, 1516, 4, 4, false}, {5065, 1520, 3, 4, false},
    {5068, 1524, 2, 2, false}, {5070, 1526, 4, 4, false}, {5074, 1530, 4, 4, false},
    {5078, 1534, 4, 2, false}, {5082, 1536, 4, 2, false}, {5086, 1538, 4, 2, false},
    {5090, 1540, 6, 2, true}, {5096, 1542, 5, 2, false}, {5101, 1544, 3, 2, false},
    {5104, 1546, 3, 4, false}, {5107, 1550, 4, 4, false}, {5111, 1554, 4, 4, false},
    {5115, 1558, 4, 2, false}, {5119, 1560, 4, 2, false}, {5123, 1562, 6, 2, false},
    {5129, 1564, 6, 2, false}, {5135, 1566, 3, 2, false}, {5138, 1568, 4, 2, false},
    {5142, 752, 14, 3, false}, {5156, 1570, 4, 2, false}, {5160, 1572, 3, 3, false},
    {5163, 1575, 4, 3, false}, {5167, 1578, 4, 4, false}, {5171, 1582, 6, 2, true},
    {5177, 1584, 6, 2, false}, {5183, 1586, 2, 3, false}, {5185, 1589, 3, 5, false},
    {5188, 1594, 3, 3, false}, {5191, 1597, 5, 2, true}, {5196, 199, 5, 2, true},
    {5201, 1599, 3, 2, false}, {5204, 1601, 5, 2, true}, {5209, 30, 2, 3, false},
    {5211, 1603, 3, 4, false}, {5214, 1607, 6, 2, true}, {5220, 1609, 7, 3, false},
    {5227, 1609, 5, 3, false}, {5232, 1612, 5, 2, false}, {5237, 1614, 5, 2, false},
    {5242, 1616, 5, 3, false}, {5247, 2, 3, 1, true}, {5250, 1619, 3, 3, false},
    {5253, 1622, 6, 3, false}, {5259, 1625, 4, 3, false}, {5263, 1628, 8, 3, false},
    {5271, 1631, 4, 3, false}, {5275, 1634, 3, 3, false}, {5278, 1637, 4, 3, false},
    {5282, 1634, 5, 3, false}, {5287, 1640, 6, 3, false}, {5293, 1643, 8, 3, false},
    {5301, 1646, 8, 3, false}, {5309, 1649, 8, 3, false}, {5317, 1652, 8, 3, false},
    {5325, 1655, 8, 3, false}, {5333, 1658, 8, 3, false}, {5341, 1661, 8, 3, false},
    {5349, 1664, 8, 3, false}, {5357, 1667, 5, 3, false}, {5362, 1670, 7, 3, false},
    {5369, 1673, 8, 3, false}, {5377, 1676, 6, 3, false}, {5383, 33, 5, 2, false},
    {5388, 1679, 7, 3, false}, {5395, 1682, 5, 2, false}, {5400, 1684, 4, 4, false},
    {5404, 1353, 2, 3, false}, {5406, 1688, 3, 3, false}, {5409, 1691, 6, 3, false},
    {5415, 1694, 3, 3, false}, {5418, 1697, 4, 3, false}, {5422, 1700, 4, 1, false},
    {5426, 1353, 6, 3, false}, {5432, 1694, 8, 3, false}, {5440, 1701, 5, 2, true},
    {5445, 1703, 4, 4, false}, {5449, 1707, 3, 1, false}, {5452, 1353, 5, 3, false},
    {5457, 165, 7, 3, false}, {5464, 1708, 6, 2, true}, {5470, 1710, 4, 2, true},
    {5474, 152, 8, 3, false}, {5482, 1712, 5, 3, false}, {5487, 1715, 4, 3, false},
    {5491, 1718, 8, 3, false}, {5499, 1721, 11, 2, false}, {5510, 1723, 9, 3, false},
    {5519, 1726, 7, 3, false}, {5526, 1729, 9, 3, false}, {5535, 1732, 6, 3, false},
    {5541, 1735, 6, 3, false}, {5547, 1735, 8, 3, false}, {5555, 1399, 4, 3, false},
    {5559, 1738, 8, 3, false}, {5567, 1718, 5, 3, false}, {5572, 1741, 3, 2, false},
    {5575, 1743, 5, 3, false}, {5580, 57, 6, 3, false}, {5586, 57, 7, 3, false},
    {5593, 1746, 7, 3, false}, {5600, 1721, 5, 2, false}, {5605, 60, 6, 3, false},
    {5611, 1749, 4, 2, false}, {5615, 1751, 4, 3, false}, {5619, 1754, 7, 3, false},
    {5626, 1757, 3, 4, false}, {5629, 499, 6, 3, false}, {5635, 1761, 7, 3, false},
    {5642, 1405, 6, 3, false}, {5648, 1764, 7, 3, false}, {5655, 1767, 8, 3, false},
    {5663, 1770, 9, 3, false}, {5672, 1773, 8, 3, false}, {5680, 1776, 7, 3, false},
    {5687, 1779, 15, 3, false}, {5702, 1782, 13, 3, false}, {5715, 1785, 8, 3, false},
    {5723, 1469, 6, 3, false}, {5729, 1505, 8, 3, false}, {5737, 1788, 6, 3, false},
    {5743, 1791, 12, 3, false}, {5755, 376, 11, 3, false}, {5766, 1794, 13, 3, false},
    {5779, 1797, 17, 3, false}, {5796, 1800, 17, 3, false}, {5813, 1803, 18, 3, false},
    {5831, 1806, 5, 3, false}, {5836, 1809, 5, 3, false}, {5841, 1812, 5, 3, false},
    {5846, 1815, 5, 3, false}, {5851, 1818, 5, 3, false}, {5856, 1821, 3, 4, false},
    {5859, 1825, 7, 6, false}, {5866, 1831, 4, 3, false}, {5870, 1834, 4, 4, false},
    {5874, 1429, 3, 3, false}, {5877, 1429, 6, 3, false}, {5883, 1838, 6, 3, false},
    {5889, 1841, 5, 3, false}, {5894, 1844, 5, 3, false}, {5899, 1847, 5, 3, false},
    {5904, 1850, 5, 3, false}, {5909, 1853, 4, 3, false}, {5913, 1856, 5, 3, false},
    {5918, 1859, 5, 3, false}, {5923, 1862, 5, 3, false}, {5928, 1865, 5, 3, false},
    {5933, 1868, 5, 3, false}, {5938, 1871, 5, 3, false}, {5943, 1874, 5, 3, false},
    {5948, 1877, 5, 3, false}, {5953, 1880, 4, 3, false}, {5957, 1883, 5, 3, false},
    {5962, 1886, 5, 3, false}, {5967, 1889, 5, 3, false}, {5972, 1892, 5, 3, false},
    {5977, 1895, 5, 3, false}, {5982, 1898, 5, 3, false}, {5987, 1901, 6, 3, false},
    {5993, 1904, 5, 3, false}, {5998, 1907, 5, 3, false}, {6003, 1910, 5, 3, false},
    {6008, 1913, 5, 3, false}, {6013, 461, 4, 3, false}, {6017, 1916, 5, 3, false},
    {6022, 1919, 5, 3, false}, {6027, 1922, 5, 3, false}, {6032, 1925, 5, 3, false},
    {6037, 1928, 8, 3, false}, {6045, 1931, 7, 3, false}, {6052, 1934, 8, 3, false},
    {6060, 1937, 5, 3, false}, {6065, 1940, 5, 3, false}, {6070, 1943, 5, 3, false},
    {6075, 1946, 5, 3, false}, {6080, 1949, 4, 3, false}, {6084, 1952, 5, 3, false},
    {6089, 1955, 5, 3, false}, {6094, 1958, 5, 3, false}, {6099, 1961, 5, 3, false},
    {6104, 1964, 5, 3, false}, {6109, 1967, 5, 3, false}, {6114, 1723, 6, 3, false},
    {6120, 73, 5, 2, false}, {6125, 1970, 6, 2, true}, {6131, 1972, 4, 4, false},
    {6135, 1976, 5, 3, false}, {6140, 1726, 4, 3, false}, {6144, 1729, 5, 3, false},
    {6149, 1979, 4, 1, false}, {6153, 1980, 5, 3, false}, {6158, 1983, 8, 3, false},
    {6166, 1986, 4, 3, false}, {6170, 1986, 6, 3, false}, {6176, 75, 4, 3, false},
    {6180, 1989, 5, 3, false}, {6185, 466, 5, 3, false}, {6190, 466, 6, 3, false},
    {6196, 1992, 6, 2, false}, {6202, 1994, 3, 3, false}, {6205, 1997, 6, 3, false},
    {6211, 2000, 8, 3, false}, {6219, 2003, 6, 3, false}, {6225, 2006, 6, 3, false},
    {6231, 2009, 6, 3, false}, {6237, 2012, 4, 6, false}, {6241, 2018, 5, 3, false},
    {6246, 447, 5, 2, false}, {6251, 2021, 5, 3, false}, {6256, 2024, 6, 2, false},
    {6262, 2026, 6, 2, true}, {6268, 2028, 5, 2, false}, {6273, 2030, 5, 3, false},
    {6278, 2033, 7, 3, false}, {6285, 2036, 4, 2, false}, {6289, 104, 5, 2, true},
    {6294, 2038, 7, 3, false}, {6301, 2041, 4, 2, true}, {6305, 106, 9, 2, false},
    {6314, 2043, 3, 4, false}, {6317, 2047, 4, 2, false}, {6321, 2049, 5, 3, false},
    {6326, 2049, 9, 3, false}, {6335, 2052, 3, 2, false}, {6338, 2054, 3, 3, false},
    {6341, 2057, 4, 3, false}, {6345, 2060, 4, 2, false}, {6349, 2062, 6, 3, false},
    {6355, 2065, 15, 3, false}, {6370, 2068, 16, 3, false}, {6386, 1095, 8, 2, false},
    {6394, 2071, 8, 3, false}, {6402, 2074, 10, 3, false}, {6412, 2077, 11, 3, false},
    {6423, 2080, 11, 3, false}, {6434, 2062, 4, 3, false}, {6438, 2083, 8, 3, false},
    {6446, 2086, 6, 3, false}, {6452, 2089, 7, 3, false}, {6459, 2092, 5, 3, false},
    {6464, 2092, 8, 3, false}, {6472, 2095, 5, 1, false}, {6477, 39, 6, 3, false},
    {6483, 39, 7, 3, false}, {6490, 2096, 5, 1, false}, {6495, 2097, 6, 1, false},
    {6501, 2098, 4, 3, false}, {6505, 1240, 6, 3, false}, {6511, 2098, 10, 3, false},
    {6521, 146, 9, 3, false}, {6530, 1350, 4, 3, false}, {6534, 2101, 7, 3, false},
    {6541, 143, 6, 3, false}, {6547, 2104, 4, 4, false}, {6551, 149, 6, 3, false},
    {6557, 80, 4, 2, true}, {6561, 2108, 6, 3, false}, {6567, 2111, 5, 3, false},
    {6572, 2114, 5, 3, false}, {6577, 2117, 4, 4, false}, {6581, 2121, 4, 3, false},
    {6585, 2124, 5, 3, false}, {6590, 2127, 4, 3, false}, {6594, 2130, 5, 3, false},
    {6599, 2133, 5, 3, false}, {6604, 2136, 7, 3, false}, {6611, 2139, 7, 3, false},
    {6618, 2142, 5, 3, false}, {6623, 2145, 5, 3, false}, {6628, 2148, 6, 3, false},
    {6634, 2151, 7, 3, false}, {6641, 2154, 3, 3, false}, {6644, 2157, 8, 3, false},
    {6652, 2160, 6, 3, false}, {6658, 2163, 6, 3, false}, {6664, 2166, 6, 3, false},
    {6670, 2169, 5, 3, false}, {6675, 2172, 4, 6, false}, {6679, 2178, 6, 3, false},
    {6685, 2181, 7, 3, false}, {6692, 2142, 11, 3, false}, {6703, 2145, 11, 3, false},
    {6714, 2184, 8, 3, false}, {6722, 2187, 10, 3, false}, {6732, 2190, 6, 2, true},
    {6738, 2148, 14, 3, false}, {6752, 2178, 15, 3, false}, {6767, 2184, 5, 3, false},
    {6772, 2187, 5, 3, false}, {6777, 122, 8, 3, false}, {6785, 2192, 5, 3, false},
    {6790, 2195, 6, 3, false}, {6796, 226, 4, 3, false}, {6800, 2198, 4, 3, false},
    {6804, 2201, 6, 3, false}, {6810, 2204, 6, 3, false}, {6816, 259, 4, 3, false},
    {6820, 2207, 4, 3, false}, {6824, 625, 5, 3, false}, {6829, 2210, 7, 3, false},
    {6836, 203, 5, 2, false}, {6841, 2213, 6, 2, false}, {6847, 2215, 3, 2, false},
    {6850, 211, 2, 3, false}, {6852, 177, 7, 3, false}, {6859, 2217, 5, 3, false},
    {6864, 2220, 7, 3, false}, {6871, 2223, 3, 2, true}, {6874, 2225, 5, 2, false},
    {6879, 2227, 7, 3, false}, {6886, 2230, 6, 3, false}, {6892, 2233, 3, 4, false},
    {6895, 610, 5, 3, false}, {6900, 1149, 5, 3, false}, {6905, 208, 4, 3, false},
    {6909, 208, 7, 3, false}, {6916, 2237, 11, 3, false}, {6927, 2237, 5, 3, false},
    {6932, 218, 3, 2, false}, {6935, 2240, 7, 2, false}, {6942, 2242, 5, 3, false},
    {6947, 2245, 3, 2, false}, {6950, 2245, 6, 2, true}, {6956, 2247, 13, 3, false},
    {6969, 2247, 6, 3, false}, {6975, 2250, 4, 2, false}, {6979, 2252, 6, 3, false},
    {6985, 2255, 6, 3, false}, {6991, 2258, 6, 1, false}, {6997, 2259, 4, 4, false},
    {7001, 201, 3, 2, false}, {7004, 223, 5, 3, false}, {7009, 2263, 8, 3, false},
    {7017, 2266, 8, 3, false}, {7025, 2269, 7, 3, false}, {7032, 2272, 9, 3, false},
    {7041, 52, 14, 3, false}, {7055, 259, 9, 3, false}, {7064, 2217, 14, 3, false},
    {7078, 610, 15, 3, false}, {7093, 1149, 16, 3, false}, {7109, 1092, 8, 3, false},
    {7117, 2275, 6, 3, false}, {7123, 2278, 6, 3, false}, {7129, 2281, 4, 4, false},
    {7133, 2285, 4, 2, false}, {7137, 2287, 4, 3, false}, {7141, 2290, 6, 2, false},
    {7147, 2292, 5, 3, false}, {7152, 2295, 4, 3, false}, {7156, 1797, 5, 3, false},
    {7161, 265, 5, 3, false}, {7166, 1123, 5, 3, false}, {7171, 2298, 7, 3, false},
    {7178, 2301, 4, 2, false}, {7182, 2303, 8, 3, false}, {7190, 2220, 5, 3, false},
    {7195, 2263, 4, 3, false}, {7199, 2306, 6, 2, true}, {7205, 2308, 6, 3, false},
    {7211, 2311, 6, 2, false}, {7217, 2313, 4, 3, false}, {7221, 2316, 5, 2, true},
    {7226, 2318, 6, 3, false}, {7232, 2321, 3, 2, false}, {7235, 2323, 4, 2, false},
    {7239, 364, 2, 3, false}, {7241, 2325, 5, 3, false}, {7246, 2328, 3, 4, false},
    {7249, 2332, 2, 3, false}, {7251, 2335, 6, 2, true}, {7257, 2337, 3, 3, false},
    {7260, 2340, 6, 3, false}, {7266, 2343, 2, 3, false}, {7268, 2346, 8, 3, false},
    {7276, 2349, 3, 3, false}, {7279, 2352, 3, 3, false}, {7282, 2355, 6, 3, false},
    {7288, 2358, 5, 2, false}, {7293, 2360, 5, 3, false}, {7298, 2360, 8, 3, false},
    {7306, 2360, 6, 3, false}, {7312, 2363, 4, 3, false}, {7316, 2366, 6, 3, false},
    {7322, 2369, 6, 3, false}, {7328, 2372, 3, 2, false}, {7331, 2374, 4, 3, false},
    {7335, 2377, 5, 2, false}, {7340, 2379, 4, 4, false}, {7344, 2383, 4, 3, false},
    {7348, 2386, 6, 3, false}, {7354, 2389, 5, 3, false}, {7359, 2392, 4, 2, false},
    {7363, 2392, 7, 2, false}, {7370, 2394, 5, 2, false}, {7375, 2313, 6, 3, false},
    {7381, 2318, 7, 3, false}, {7388, 345, 5, 3, false}, {7393, 2337, 10, 3, false},
    {7403, 2352, 11, 3, false}, {7414, 2396, 6, 1, false}, {7420, 2397, 6, 3, false},
    {7426, 137, 5, 3, false}, {7431, 2400, 7, 3, false}, {7438, 2403, 8, 3, false},
    {7446, 2406, 5, 3, false}, {7451, 2409, 5, 3, false}, {7456, 2412, 4, 3, false},
    {7460, 223, 5, 3, false}, {7465, 345, 4, 3, false}, {7469, 2415, 3, 2, false},
    {7472, 2417, 3, 2, true}, {7475, 2419, 4, 2, true}, {7479, 2421, 4, 3, false},
    {7483, 2424, 4, 1, false}, {7487, 361, 5, 3, false}, {7492, 351, 11, 3, false},
    {7503, 364, 12, 3, false}, {7515, 2325, 13, 3, false}, {7528, 2425, 3, 2, false},
    {7531, 2427, 6, 3, false}, {7537, 2430, 6, 3, false}, {7543, 2433, 5, 3, false},
    {7548, 2436, 6, 3, false}, {7554, 2439, 3, 4, false}, {7557, 2443, 5, 3, false},
    {7562, 2446, 5, 2, false}, {7567, 2448, 4, 3, false}, {7571, 2451, 5, 3, false},
    {7576, 2454, 5, 3, false}, {7581, 2457, 4, 2, false}, {7585, 2459, 4, 4, false},
    {7589, 383, 6, 3, false}, {7595, 2463, 4, 3, false}, {7599, 2466, 5, 3, false},
    {7604, 2469, 8, 3, false}, {7612, 2472, 6, 2, true}, {7618, 2474, 6, 3, false},
    {7624, 2477, 6, 2, true}, {7630, 2479, 6, 3, false}, {7636, 2482, 6, 3, false},
    {7642, 2485, 6, 3, false}, {7648, 2488, 6, 3, false}, {7654, 2491, 6, 3, false},
    {7660, 2494, 6, 2, true}, {7666, 2496, 6, 3, false}, {7672, 2499, 6, 3, false},
    {7678, 2502, 6, 3, false}, {7684, 2505, 6, 3, false}, {7690, 2508, 6, 3, false},
    {7696, 2511, 6, 3, false}, {7702, 2514, 5, 3, false}, {7707, 2517, 5, 3, false},
    {7712, 2520, 4, 4, false}, {7716, 423, 2, 3, false}, {7718, 2524, 3, 3, false},
    {7721, 2527, 6, 2, false}, {7727, 2529, 5, 2, false}, {7732, 2240, 6, 2, false},
    {7738, 2531, 3, 3, false}, {7741, 2534, 6, 2, false}, {7747, 2536, 5, 2, false},
    {7752, 2538, 3, 2, false}, {7755, 2540, 4, 2, false}, {7759, 417, 2, 3, false},
    {7761, 420, 3, 3, false}, {7764, 417, 3, 3, false}, {7767, 423, 4, 3, false},
    {7771, 432, 8, 3, false}, {7779, 432, 3, 3, false}, {7782, 2542, 5, 3, false},
    {7787, 2545, 6, 3, false}, {7793, 2548, 7, 3, false}, {7800, 2551, 8, 3, false},
    {7808, 2554, 4, 6, false}, {7812, 2560, 6, 3, false}, {7818, 2563, 3, 4, false},
    {7821, 442, 2, 3, false}, {7823, 410, 3, 3, false}, {7826, 2567, 5, 3, false},
    {7831, 2570, 4, 2, false}, {7835, 429, 2, 3, false}, {7837, 2572, 3, 3, false},
    {7840, 2575, 3, 3, false}, {7843, 2578, 3, 3, false}, {7846, 2581, 3, 3, false},
    {7849, 2584, 4, 3, false}, {7853, 2584, 8, 3, false}, {7861, 2587, 3, 3, false},
    {7864, 2587, 4, 3, false}, {7868, 2581, 5, 3, false}, {7873, 2590, 5, 3, false},
    {7878, 2593, 4, 4, false}, {7882, 205, 5, 1, false}, {7887, 2597, 4, 3, false},
    {7891, 435, 4, 3, false}, {7895, 2600, 5, 3, false}, {7900, 2603, 5, 3, false},
    {7905, 391, 2, 1, true}, {7907, 2606, 4, 3, false}, {7911, 2609, 5, 3, false},
    {7916, 2612, 5, 3, false}, {7921, 2615, 6, 3, false}, {7927, 2618, 7, 3, false},
    {7934, 2531, 9, 3, false}, {7943, 2621, 6, 3, false}, {7949, 2612, 6, 3, false},
    {7955, 420, 9, 3, false}, {7964, 2524, 10, 3, false}, {7974, 429, 7, 3, false},
    {7981, 435, 6, 3, false}, {7987, 2624, 9, 6, false}, {7996, 2624, 4, 6, false},
    {8000, 232, 4, 3, false}, {8004, 1485, 6, 3, false}, {8010, 2472, 4, 2, false},
    {8014, 455, 6, 3, false}, {8020, 2630, 6, 2, false}, {8026, 619, 4, 3, false},
    {8030, 2632, 7, 3, false}, {8037, 2635, 5, 3, false}, {8042, 2638, 4, 3, false},
    {8046, 2641, 5, 2, false}, {8051, 2643, 6, 3, false}, {8057, 2643, 9, 3, false},
    {8066, 2646, 6, 3, false}, {8072, 2649, 6, 3, false}, {8078, 2652, 3, 4, false},
    {8081, 2656, 8, 3, false}, {8089, 2659, 8, 3, false}, {8097, 2662, 5, 3, false},
    {8102, 2665, 6, 3, false}, {8108, 2668, 13, 3, false}, {8121, 2671, 14, 3, false},
    {8135, 2674, 4, 4, false}, {8139, 2678, 6, 3, false}, {8145, 2681, 4, 4, false},
    {8149, 2638, 6, 3, false}, {8155, 2685, 6, 2, false}, {8161, 2687, 6, 3, false},
    {8167, 2207, 6, 3, false}, {8173, 2690, 6, 2, true}, {8179, 502, 2, 3, false},
    {8181, 2692, 5, 2, true}, {8186, 2694, 3, 2, false}, {8189, 2696, 4, 2, false},
    {8193, 2698, 5, 2, true}, {8198, 232, 3, 3, false}, {8201, 2700, 3, 4, false},
    {8204, 2704, 6, 2, true}, {8210, 490, 2, 3, false}, {8212, 2706, 6, 3, false},
    {8218, 2709, 5, 3, false}, {8223, 2712, 6, 3, false}, {8229, 2715, 5, 3, false},
    {8234, 2718, 5, 2, false}, {8239, 2720, 5, 2, false}, {8244, 483, 5, 3, false},
    {8249, 516, 8, 3, false}, {8257, 483, 8, 3, false}, {8265, 2722, 5, 2, false},
    {8270, 2724, 4, 3, false}, {8274, 2727, 5, 2, false}, {8279, 323, 2, 3, false},
    {8281, 2729, 6, 3, false}, {8287, 2732, 5, 3, false}, {8292, 2735, 8, 3, false},
    {8300, 2722, 6, 2, false}, {8306, 496, 3, 3, false}, {8309, 2738, 6, 3, false},
    {8315, 1575, 8, 3, false}, {8323, 2738, 8, 3, false}, {8331, 2741, 8, 3, false},
    {8339, 2744, 7, 3, false}, {8346, 2747, 4, 2, false}, {8350, 2749, 5, 2, false},
    {8355, 2751, 4, 4, false}, {8359, 2755, 4, 2, false}, {8363, 2744, 5, 3, false},
    {8368, 2757, 6, 2, true}, {8374, 2759, 4, 4, false}, {8378, 323, 4, 3, false},
    {8382, 2763, 5, 3, false}, {8387, 2766, 7, 3, false}, {8394, 2769, 5, 3, false},
    {8399, 2772, 6, 3, false}, {8405, 323, 5, 3, false}, {8410, 505, 2, 3, false},
    {8412, 2775, 6, 2, false}, {8418, 2777, 5, 2, false}, {8423, 2779, 4, 2, true},
    {8427, 2781, 5, 2, false}, {8432, 2783, 3, 2, false}, {8435, 2785, 3, 4, false},
    {8438, 2789, 5, 2, false}, {8443, 2791, 4, 4, false}, {8447, 2795, 4, 4, false},
    {8451, 2799, 6, 2, false}, {8457, 2801, 5, 2, false}, {8462, 2803, 5, 2, false},
    {8467, 2805, 6, 2, false}, {8473, 2807, 6, 2, false}, {8479, 2809, 3, 2, false},
    {8482, 2811, 3, 4, false}, {8485, 2815, 6, 2, false}, {8491, 2817, 4, 2, false},
    {8495, 2819, 4, 2, false}, {8499, 2821, 4, 4, false}, {8503, 2825, 4, 4, false},
    {8507, 686, 5, 3, false}, {8512, 229, 4, 3, false}, {8516, 2829, 6, 3, false},
    {8522, 2832, 5, 3, false}, {8527, 664, 2, 3, false}, {8529, 2835, 3, 3, false},
    {8532, 2838, 4, 3, false}, {8536, 2841, 6, 2, false}, {8542, 2843, 8, 3, false},
    {8550, 577, 6, 3, false}, {8556, 2846, 6, 2, false}, {8562, 589, 4, 3, false},
    {8566, 2848, 5, 3, false}, {8571, 589, 6, 3, false}, {8577, 2851, 3, 3, false},
    {8580, 2854, 5, 2, true}, {8585, 592, 4, 3, false}, {8589, 595, 5, 3, false},
    {8594, 2856, 7, 3, false}, {8601, 2859, 6, 3, false}, {8607, 2668, 6, 3, false},
    {8613, 2862, 6, 3, false}, {8619, 2865, 6, 3, false}, {8625, 2868, 7, 3, false},
    {8632, 2871, 6, 3, false}, {8638, 2874, 3, 3, false}, {8641, 2877, 6, 3, false},
    {8647, 2880, 4, 3, false}, {8651, 2883, 5, 6, false}, {8656, 2889, 5, 3, false},
    {8661, 2892, 5, 3, false}, {8666, 2895, 6, 1, false}, {8672, 2896, 6, 1, false},
    {8678, 2897, 5, 3, false}, {8683, 2900, 7, 3, false}, {8690, 2903, 7, 3, false},
    {8697, 2906, 6, 2, false}, {8703, 2908, 6, 2, false}, {8709, 601, 5, 3, false},
    {8714, 2895, 4, 1, false}, {8718, 2910, 3, 2, false}, {8721, 2912, 4, 3, false},
    {8725, 998, 5, 3, false}, {8730, 1743, 6, 3, false}, {8736, 2915, 7, 3, false},
    {8743, 2918, 8, 3, false}, {8751, 2921, 4, 3, false}, {8755, 2924, 2, 3, false},
    {8757, 592, 9, 3, false}, {8766, 2871, 13, 3, false}, {8779, 276, 15, 3, false},
    {8794, 655, 13, 3, false}, {8807, 2927, 14, 3, false}, {8821, 619, 14, 3, false},
    {8835, 598, 15, 3, false}, {8850, 1120, 17, 3, false}, {8867, 2635, 19, 3, false},
    {8886, 2930, 14, 3, false}, {8900, 661, 3, 3, false}, {8903, 2924, 3, 3, false},
    {8906, 664, 4, 3, false}, {8910, 673, 8, 3, false}, {8918, 673, 3, 3, false},
    {8921, 2933, 5, 3, false}, {8926, 2936, 6, 3, false}, {8932, 2939, 7, 3, false},
    {8939, 2942, 8, 3, false}, {8947, 2945, 4, 6, false}, {8951, 2951, 6, 3, false},
    {8957, 2851, 10, 3, false}, {8967, 2954, 7, 3, false}, {8974, 661, 9, 3, false},
    {8983, 2835, 10, 3, false}, {8993, 667, 7, 3, false}, {9000, 676, 7, 3, false},
    {9007, 2957, 6, 3, false}, {9013, 616, 6, 3, false}, {9019, 2960, 3, 4, false},
    {9022, 667, 2, 3, false}, {9024, 2964, 3, 3, false}, {9027, 276, 5, 3, false},
    {9032, 655, 5, 3, false}, {9037, 2967, 6, 3, false}, {9043, 2970, 5, 3, false},
    {9048, 2973, 4, 2, false}, {9052, 715, 2, 3, false}, {9054, 2927, 5, 3, false},
    {9059, 2252, 8, 3, false}, {9067, 2975, 6, 3, false}, {9073, 2978, 5, 3, false},
    {9078, 2981, 6, 2, false}, {9084, 2983, 6, 3, false}, {9090, 2983, 10, 3, false},
    {9100, 2986, 3, 3, false}, {9103, 2989, 4, 3, false}, {9107, 2989, 8, 3, false},
    {9115, 2992, 3, 3, false}, {9118, 2992, 4, 3, false}, {9122, 2986, 5, 3, false},
    {9127, 2995, 5, 3, false}, {9132, 2998, 5, 3, false}, {9137, 3001, 5, 3, false},
    {9142, 604, 5, 3, false}, {9147, 691, 13, 3, false}, {9160, 694, 18, 3, false},
    {9178, 3004, 10, 3, false}, {9188, 697, 14, 3, false}, {9202, 2862, 13, 3, false},
    {9215, 3007, 14, 3, false}, {9229, 3010, 5, 3, false}, {9234, 3013, 4, 4, false},
    {9238, 3017, 6, 3, false}, {9244, 3020, 7, 3, false}, {9251, 3023, 6, 3, false},
    {9257, 1395, 6, 1, false}, {9263, 3026, 3, 3, false}, {9266, 3026, 7, 3, false},
    {9273, 1791, 4, 3, false}, {9277, 3029, 4, 1, false}, {9281, 3030, 6, 3, false},
    {9287, 598, 5, 3, false}, {9292, 2275, 8, 3, false}, {9300, 1120, 5, 3, false},
    {9305, 3033, 6, 3, false}, {9311, 3036, 3, 3, false}, {9314, 3039, 5, 3, false},
    {9319, 3042, 6, 3, false}, {9325, 3045, 4, 4, false}, {9329, 710, 3, 3, false},
    {9332, 676, 4, 3, false}, {9336, 3049, 5, 3, false}, {9341, 3052, 5, 3, false},
    {9346, 2896, 4, 1, false}, {9350, 1001, 5, 3, false}, {9355, 3055, 6, 3, false},
    {9361, 3058, 6, 2, false}, {9367, 569, 2, 1, true}, {9369, 3060, 4, 3, false},
    {9373, 3063, 5, 3, false}, {9378, 2954, 5, 3, false}, {9383, 2930, 6, 3, false},
    {9389, 3066, 6, 3, false}, {9395, 3069, 6, 3, false}, {9401, 3072, 7, 3, false},
    {9408, 3075, 6, 3, false}, {9414, 3078, 4, 3, false}, {9418, 640, 5, 3, false},
    {9423, 1800, 5, 3, false}, {9428, 3081, 8, 3, false}, {9436, 3084, 7, 3, false},
    {9443, 3087, 9, 6, false}, {9452, 3087, 4, 6, false}, {9456, 3093, 5, 3, false},
    {9461, 3096, 4, 2, true}, {9465, 3098, 4, 3, false}, {9469, 3101, 4, 3, false},
    {9473, 3101, 7, 3, false}, {9480, 1161, 3, 3, false}, {9483, 1161, 6, 3, false},
    {9489, 294, 10, 3, false}, {9499, 628, 10, 3, false}, {9509, 1432, 8, 3, false},
    {9517, 3104, 6, 3, false}, {9523, 3107, 6, 3, false}, {9529, 3110, 3, 2, false},
    {9532, 3112, 5, 3, false}, {9537, 1640, 13, 3, false}, {9550, 3115, 3, 4, false},
    {9553, 3119, 3, 3, false}, {9556, 3122, 5, 2, true}, {9561, 1475, 3, 3, false},
    {9564, 1707, 6, 1, false}, {9570, 3124, 6, 3, false}, {9576, 106, 6, 2, true},
    {9582, 3127, 5, 3, false}, {9587, 1928, 6, 3, false}, {9593, 2266, 6, 3, false},
    {9599, 3130, 7, 3, false}, {9606, 3133, 4, 3, false}, {9610, 2646, 4, 3, false},
    {9614, 733, 6, 3, false}, {9620, 3136, 6, 3, false}, {9626, 3139, 4, 4, false},
    {9630, 733, 2, 3, false}, {9632, 3143, 4, 4, false}, {9636, 1586, 6, 3, false},
    {9642, 3147, 2, 2, false}, {9644, 3149, 8, 3, false}, {9652, 3149, 5, 3, false},
    {9657, 3152, 3, 5, false}, {9660, 3157, 3, 6, false}, {9663, 805, 4, 5, false},
    {9667, 3163, 10, 3, false}, {9677, 3166, 15, 3, false}, {9692, 3169, 3, 5, false},
    {9695, 3174, 3, 6, false}, {9698, 851, 4, 5, false}, {9702, 3180, 11, 3, false},
    {9713, 3183, 6, 3, false}, {9719, 3186, 6, 3, false}, {9725, 190, 5, 3, false},
    {9730, 3189, 6, 2, false}, {9736, 3191, 4, 6, false}, {9740, 958, 3, 3, false},
    {9743, 3197, 4, 5, false}, {9747, 3202, 5, 5, false}, {9752, 3207, 5, 2, false},
    {9757, 958, 7, 3, false}, {9764, 3209, 5, 3, false}, {9769, 3209, 7, 3, false},
    {9776, 765, 8, 3, false}, {9784, 763, 4, 2, true}, {9788, 821, 5, 5, false},
    {9793, 826, 6, 5, false}, {9799, 3212, 4, 3, false}, {9803, 3215, 6, 2, false},
    {9809, 3217, 6, 2, false}, {9815, 955, 5, 3, false}, {9820, 3219, 8, 5, false},
    {9828, 3224, 4, 3, false}, {9832, 3227, 3, 2, false}, {9835, 3229, 5, 3, false},
    {9840, 783, 2, 3, false}, {9842, 3232, 5, 3, false}, {9847, 3235, 6, 3, false},
    {9853, 1438, 5, 3, false}, {9858, 1438, 7, 3, false}, {9865, 3238, 5, 5, false},
    {9870, 771, 6, 3, false}, {9876, 3243, 6, 3, false}, {9882, 786, 5, 5, false},
    {9887, 791, 6, 3, false}, {9893, 791, 7, 3, false}, {9900, 3246, 3, 4, false},
    {9903, 800, 3, 5, false}, {9906, 797, 3, 3, false}, {9909, 797, 4, 3, false},
    {9913, 800, 5, 5, false}, {9918, 813, 9, 5, false}, {9927, 813, 4, 5, false},
    {9931, 818, 5, 3, false}, {9936, 794, 3, 3, false}, {9939, 794, 4, 3, false},
    {9943, 3166, 5, 3, false}, {9948, 3250, 5, 3, false}, {9953, 3253, 5, 3, false},
    {9958, 1117, 2, 3, false}, {9960, 3256, 3, 3, false}, {9963, 3259, 4, 3, false},
    {9967, 1117, 3, 3, false}, {9970, 3262, 4, 2, false}, {9974, 3163, 5, 3, false},
    {9979, 3264, 3, 5, false}, {9982, 3269, 5, 3, false}, {9987, 3272, 4, 3, false},
    {9991, 845, 3, 3, false}, {9994, 3269, 10, 3, false}, {10004, 3250, 15, 3, false},
    {10019, 845, 4, 3, false}, {10023, 3264, 5, 5, false}, {10028, 856, 9, 5, false},
    {10037, 856, 4, 5, false}, {10041, 842, 5, 3, false}, {10046, 861, 5, 3, false},
    {10051, 842, 3, 3, false}, {10054, 831, 5, 3, false}, {10059, 839, 6, 3, false},
    {10065, 961, 4, 3, false}, {10069, 3275, 4, 4, false}, {10073, 3279, 3, 2, true},
    {10076, 780, 5, 3, false}, {10081, 3281, 6, 5, false}, {10087, 3286, 8, 5, false},
    {10095, 780, 7, 3, false}, {10102, 3291, 7, 3, false}, {10109, 3294, 7, 3, false},
    {10116, 885, 5, 3, false}, {10121, 885, 7, 3, false}, {10128, 3297, 7, 3, false},
    {10135, 3300, 7, 3, false}, {10142, 777, 4, 3, false}, {10146, 777, 9, 3, false},
    {10155, 3303, 6, 6, false}, {10161, 3309, 5, 5, false}, {10166, 3314, 7, 3, false},
    {10173, 874, 3, 3, false}, {10176, 882, 6, 3, false}, {10182, 877, 4, 5, false},
    {10186, 874, 5, 3, false}, {10191, 877, 7, 5, false}, {10198, 3180, 5, 3, false},
    {10203, 3317, 5, 3, false}, {10208, 3320, 6, 5, false}, {10214, 3325, 6, 5, false},
    {10220, 3317, 11, 3, false}, {10231, 888, 5, 3, false}, {10236, 896, 6, 3, false},
    {10242, 924, 3, 3, false}, {10245, 932, 6, 3, false}, {10251, 927, 4, 5, false},
    {10255, 3330, 4, 4, false}, {10259, 961, 9, 3, false}, {10268, 777, 14, 3, false},
    {10282, 949, 4, 3, false}, {10286, 952, 5, 3, false}, {10291, 952, 6, 3, false},
    {10297, 961, 5, 3, false}, {10302, 777, 5, 3, false}, {10307, 904, 7, 3, false},
    {10314, 912, 7, 3, false}, {10321, 3334, 4, 3, false}, {10325, 3337, 5, 5, false},
    {10330, 921, 5, 3, false}, {10335, 915, 7, 6, false}, {10342, 921, 9, 3, false},
    {10351, 3337, 10, 5, false}, {10361, 924, 5, 3, false}, {10366, 927, 7, 5, false},
    {10373, 3342, 4, 3, false}, {10377, 3345, 5, 5, false}, {10382, 946, 5, 3, false},
    {10387, 940, 7, 6, false}, {10394, 946, 9, 3, false}, {10403, 3345, 10, 5, false},
    {10413, 810, 4, 3, false}, {10417, 3350, 6, 2, true}, {10423, 848, 4, 3, false},
    {10427, 831, 13, 3, false}, {10440, 839, 15, 3, false}, {10455, 888, 14, 3, false},
    {10469, 896, 16, 3, false}, {10485, 3352, 2, 2, false}, {10487, 3354, 3, 1, false},
    {10490, 3355, 6, 3, false}, {10496, 3358, 5, 3, false}, {10501, 3361, 6, 3, false},
    {10507, 3364, 6, 3, false}, {10513, 3367, 4, 6, false}, {10517, 3373, 6, 3, false},
    {10523, 3376, 4, 6, false}, {10527, 3382, 4, 4, false}, {10531, 3386, 7, 3, false},
    {10538, 3389, 6, 3, false}, {10544, 3392, 4, 6, false}, {10548, 3398, 4, 4, false},
    {10552, 3402, 7, 6, false}, {10559, 3408, 6, 3, false}, {10565, 3411, 7, 6, false},
    {10572, 3417, 5, 6, false}, {10577, 3423, 5, 3, false}, {10582, 3426, 6, 3, false},
    {10588, 1435, 5, 3, false}, {10593, 1435, 7, 3, false}, {10600, 3429, 6, 3, false},
    {10606, 2071, 2, 3, false}, {10608, 3432, 6, 2, true}, {10614, 2074, 4, 3, false},
    {10618, 2077, 4, 3, false}, {10622, 3434, 5, 2, true}, {10627, 3436, 3, 2, false},
    {10630, 2080, 5, 3, false}, {10635, 3438, 6, 2, false}, {10641, 3440, 4, 3, false},
    {10645, 110, 4, 3, false}, {10649, 3443, 6, 3, false}, {10655, 3446, 5, 2, false},
    {10660, 3448, 5, 3, false}, {10665, 3451, 3, 4, false}, {10668, 3455, 4, 2, false},
    {10672, 3457, 6, 2, true}, {10678, 3459, 3, 3, false}, {10681, 3462, 5, 3, false},
    {10686, 990, 3, 2, false}, {10689, 143, 4, 3, false}, {10693, 2065, 5, 3, false},
    {10698, 3465, 5, 3, false}, {10703, 3468, 7, 3, false}, {10710, 1020, 5, 3, false},
    {10715, 3471, 3, 3, false}, {10718, 3474, 5, 2, false}, {10723, 3476, 5, 2, false},
    {10728, 3478, 7, 2, false}, {10735, 3480, 4, 3, false}, {10739, 113, 6, 3, false},
    {10745, 3483, 4, 4, false}, {10749, 3487, 4, 3, false}, {10753, 3490, 5, 3, false},
    {10758, 116, 5, 3, false}, {10763, 3493, 2, 3, false}, {10765, 2068, 5, 3, false},
    {10770, 3496, 3, 3, false}, {10773, 3499, 5, 3, false}, {10778, 3499, 7, 3, false},
    {10785, 3502, 4, 2, true}, {10789, 3504, 4, 2, true}, {10793, 3506, 6, 3, false},
    {10799, 3509, 4, 3, false}, {10803, 3512, 7, 3, false}, {10810, 3515, 3, 3, false},
    {10813, 3499, 4, 3, false}, {10817, 3518, 6, 2, true}, {10823, 3520, 4, 3, false},
    {10827, 3523, 6, 2, true}, {10833, 119, 6, 3, false}, {10839, 3525, 8, 3, false},
    {10847, 3528, 4, 2, true}, {10851, 3530, 5, 3, false}, {10856, 256, 3, 3, false},
    {10859, 3533, 4, 2, true}, {10863, 256, 8, 3, false}, {10871, 3535, 6, 3, false},
    {10877, 3538, 5, 3, false}, {10882, 1032, 4, 3, false}, {10886, 3541, 3, 2, false},
    {10889, 3543, 6, 1, false}, {10895, 3544, 6, 1, false}, {10901, 3545, 6, 3, false},
    {10907, 1429, 4, 3, false}, {10911, 3548, 7, 3, false}, {10918, 3551, 3, 4, false},
    {10921, 3555, 3, 2, false}, {10924, 3557, 4, 2, false}, {10928, 726, 6, 3, false},
    {10934, 3559, 5, 3, false}, {10939, 3562, 2, 2, false}, {10941, 2463, 9, 3, false},
    {10950, 3564, 3, 2, false}, {10953, 2638, 6, 3, false}, {10959, 3566, 7, 3, false},
    {10966, 2638, 6, 3, false}, {10972, 3569, 4, 1, false}, {10976, 3570, 8, 3, false},
    {10984, 1931, 5, 3, false}, {10989, 3573, 7, 3, false}, {10996, 2269, 6, 3, false},
    {11002, 3576, 6, 3, false}, {11008, 3579, 5, 3, false}, {11013, 1045, 6, 2, true},
    {11019, 3582, 7, 3, false}, {11026, 3585, 7, 3, false}, {11033, 1045, 2, 2, false},
    {11035, 3588, 8, 3, false}, {11043, 3591, 4, 4, false}, {11047, 3595, 5, 2, true},
    {11052, 1053, 2, 3, false}, {11054, 3597, 3, 3, false}, {11057, 3600, 4, 3, false},
    {11061, 1059, 5, 3, false}, {11066, 1056, 3, 3, false}, {11069, 1053, 4, 3, false},
    {11073, 3600, 10, 3, false}, {11083, 1059, 11, 3, false}, {11094, 1056, 6, 3, false},
    {11100, 3603, 11, 3, false}, {11111, 3606, 8, 3, false}, {11119, 3609, 8, 3, false},
    {11127, 1062, 7, 3, false}, {11134, 3612, 5, 3, false}, {11139, 1047, 6, 3, false},
    {11145, 3606, 4, 3, false}, {11149, 3603, 5, 3, false}, {11154, 3609, 6, 3, false},
    {11160, 1068, 4, 3, false}, {11164, 3615, 8, 3, false}, {11172, 3618, 8, 3, false},
    {11180, 3621, 8, 3, false}, {11188, 1071, 4, 3, false}, {11192, 1071, 6, 3, false},
    {11198, 1062, 5, 3, false}, {11203, 3624, 6, 3, false}, {11209, 3627, 4, 4, false},
    {11213, 3631, 3, 2, false}, {11216, 3633, 6, 3, false}, {11222, 3636, 3, 4, false},
    {11225, 2706, 4, 3, false}, {11229, 3640, 4, 4, false}, {11233, 3644, 6, 3, false},
    {11239, 3647, 4, 4, false}, {11243, 458, 11, 3, false}, {11254, 3651, 7, 3, false},
    {11261, 3654, 5, 1, false}, {11266, 2397, 7, 3, false}, {11273, 1080, 4, 1, true},
    {11277, 1200, 5, 3, false}, {11282, 244, 4, 3, false}, {11286, 3655, 6, 3, false},
    {11292, 2210, 5, 3, false}, {11297, 3658, 4, 3, false}, {11301, 3661, 4, 5, false},
    {11305, 3666, 6, 2, false}, {11311, 1247, 5, 3, false}, {11316, 3668, 8, 3, false},
    {11324, 1128, 4, 3, false}, {11328, 3671, 5, 3, false}, {11333, 3674, 5, 3, false},
    {11338, 1128, 6, 3, false}, {11344, 3677, 5, 2, true}, {11349, 1131, 4, 3, false},
    {11353, 3679, 6, 3, false}, {11359, 1134, 5, 3, false}, {11364, 3682, 7, 3, false},
    {11371, 3685, 5, 3, false}, {11376, 3688, 6, 3, false}, {11382, 2671, 6, 3, false},
    {11388, 3007, 6, 3, false}, {11394, 3691, 6, 3, false}, {11400, 3694, 7, 3, false},
    {11407, 3697, 6, 3, false}, {11413, 3700, 5, 3, false}, {11418, 3703, 6, 3, false},
    {11424, 3706, 5, 3, false}, {11429, 1085, 9, 3, false}, {11438, 1788, 5, 3, false},
    {11443, 3709, 5, 3, false}, {11448, 3712, 6, 1, false}, {11454, 3713, 6, 1, false},
    {11460, 3714, 5, 3, false}, {11465, 3717, 7, 3, false}, {11472, 3720, 7, 3, false},
    {11479, 3723, 6, 2, false}, {11485, 3725, 6, 2, false}, {11491, 1140, 5, 3, false},
    {11496, 3712, 4, 1, false}, {11500, 3727, 3, 2, false}, {11503, 3729, 4, 3, false},
    {11507, 3732, 7, 3, false}, {11514, 125, 5, 3, false}, {11519, 125, 6, 3, false},
    {11525, 3735, 4, 3, false}, {11529, 1114, 4, 3, false}, {11533, 1203, 7, 3, false},
    {11540, 1114, 8, 3, false}, {11548, 1194, 5, 3, false}, {11553, 3738, 4, 3, false},
    {11557, 1095, 3, 2, true}, {11560, 3741, 6, 3, false}, {11566, 1155, 6, 3, false},
    {11572, 3744, 3, 4, false}, {11575, 285, 5, 3, false}, {11580, 1188, 5, 3, false},
    {11585, 3748, 6, 3, false}, {11591, 3751, 3, 2, false}, {11594, 3753, 4, 2, false},
    {11598, 1131, 10, 3, false}, {11608, 3697, 14, 3, false}, {11622, 285, 16, 3, false},
    {11638, 1188, 14, 3, false}, {11652, 1137, 15, 3, false}, {11667, 348, 17, 3, false},
    {11684, 3755, 16, 3, false}, {11700, 3700, 15, 3, false}, {11715, 3758, 15, 3, false},
    {11730, 3761, 4, 2, false}, {11734, 2406, 12, 3, false}, {11746, 1137, 5, 3, false},
    {11751, 348, 5, 3, false}, {11756, 3763, 3, 3, false}, {11759, 3766, 6, 3, false},
    {11765, 3766, 10, 3, false}, {11775, 3769, 5, 3, false}, {11780, 3772, 5, 3, false},
    {11785, 3775, 5, 3, false}, {11790, 1143, 5, 3, false}, {11795, 3778, 5, 3, false},
    {11800, 3781, 4, 4, false}, {11804, 3785, 6, 3, false}, {11810, 3788, 7, 3, false},
    {11817, 3791, 4, 1, false}, {11821, 3792, 6, 3, false}, {11827, 3795, 8, 3, false},
    {11835, 3755, 5, 3, false}, {11840, 3798, 6, 3, false}, {11846, 3801, 4, 4, false},
    {11850, 1206, 3, 3, false}, {11853, 3713, 4, 1, false}, {11857, 128, 5, 3, false},
    {11862, 128, 6, 3, false}, {11868, 3758, 6, 3, false}, {11874, 3805, 6, 3, false},
    {11880, 3808, 4, 3, false}, {11884, 1173, 5, 3, false}, {11889, 1803, 5, 3, false},
    {11894, 3811, 8, 3, false}, {11902, 3814, 7, 3, false}, {11909, 3817, 2, 3, false},
    {11911, 3820, 6, 2, false}, {11917, 3055, 5, 3, false}, {11922, 1284, 2, 3, false},
    {11924, 3822, 3, 3, false}, {11927, 3825, 4, 3, false}, {11931, 3828, 6, 2, false},
    {11937, 1290, 5, 3, false}, {11942, 1287, 3, 3, false}, {11945, 3830, 6, 2, false},
    {11951, 3832, 5, 2, false}, {11956, 3834, 4, 3, false}, {11960, 3837, 5, 3, false},
    {11965, 3840, 6, 3, false}, {11971, 3843, 8, 3, false}, {11979, 1293, 5, 3, false},
    {11984, 3846, 3, 2, false}, {11987, 3848, 4, 3, false}, {11991, 2272, 5, 3, false},
    {11996, 3851, 5, 3, false}, {12001, 3854, 5, 3, false}, {12006, 2656, 6, 3, false},
    {12012, 707, 5, 3, false}, {12017, 707, 7, 3, false}, {12024, 3857, 4, 2, true},
    {12028, 3859, 4, 1, false}, {12032, 3860, 6, 3, false}, {12038, 46, 8, 3, false},
    {12046, 46, 5, 3, false}, {12051, 3863, 4, 3, false}, {12055, 3866, 3, 4, false},
    {12058, 2517, 6, 3, false}, {12064, 3870, 5, 3, false}, {12069, 3873, 6, 2, false},
    {12075, 3875, 4, 2, false}, {12079, 1475, 8, 3, false}, {12087, 256, 13, 3, false},
    {12100, 3877, 3, 2, true}, {12103, 3879, 5, 2, false}, {12108, 3881, 6, 2, false},
    {12114, 3881, 6, 2, false}, {12120, 1344, 3, 3, false}, {12123, 3883, 6, 3, false},
    {12129, 1347, 4, 3, false}, {12133, 1347, 5, 3, false}, {12138, 3886, 4, 3, false},
    {12142, 3889, 5, 3, false}, {12147, 3892, 4, 3, false}, {12151, 3895, 5, 3, false},
    {12156, 3898, 5, 3, false}, {12161, 3901, 7, 3, false}, {12168, 3904, 7, 3, false},
    {12175, 592, 5, 3, false}, {12180, 46, 13, 3, false}, {12193, 3907, 6, 3, false},
    {12199, 3910, 8, 3, false}, {12207, 1475, 4, 3, false}, {12211, 3913, 5, 3, false},
    {12216, 3916, 3, 3, false}, {12219, 3919, 4, 3, false}, {12223, 3922, 5, 6, false},
    {12228, 3928, 6, 2, false}, {12234, 3930, 3, 1, false}, {12237, 3931, 4, 3, false},
    {12241, 3934, 6, 3, false}, {12247, 3937, 4, 4, false}, {12251, 3941, 6, 3, false},
    {12257, 3941, 9, 3, false}, {12266, 256, 4, 3, false}, {12270, 1253, 5, 3, false},
    {12275, 3944, 6, 6, false}, {12281, 1268, 5, 3, false}, {12286, 3950, 6, 6, false},
    {12292, 1256, 5, 3, false}, {12297, 1259, 6, 3, false}, {12303, 1256, 8, 3, false},
    {12311, 1259, 10, 3, false}, {12321, 1262, 5, 3, false}, {12326, 1265, 6, 3, false},
    {12332, 1262, 8, 3, false}, {12340, 1265, 10, 3, false}, {12350, 1250, 3, 3, false},
    {12353, 1250, 6, 3, false}, {12359, 376, 6, 3, false}, {12365, 376, 4, 3, false},
    {12369, 1131, 5, 3, false}, {12374, 3956, 4, 4, false}, {12378, 46, 6, 3, false},
    {12384, 3913, 6, 3, false}, {12390, 1275, 6, 3, false}, {12396, 3960, 4, 3, false},
    {12400, 1776, 5, 3, false}, {12405, 2394, 15, 2, false}, {12420, 3557, 11, 2, false},
    {12431, 3096, 5, 2, false}, {12436, 3963, 3, 3, false}, {12439, 3966, 4, 3, false},
    {12443, 3969, 6, 3, false}, {12449, 1281, 4, 3, false}, {12453, 3972, 7, 3, false},
    {12460, 3975, 7, 3, false}, {12467, 3978, 5, 3, false}, {12472, 3981, 5, 3, false},
    {12477, 3984, 7, 3, false}, {12484, 3987, 7, 3, false}, {12491, 3963, 6, 3, false},
    {12497, 1281, 8, 3, false}, {12505, 3966, 9, 3, false}, {12514, 3981, 9, 3, false},
    {12523, 3978, 10, 3, false}, {12533, 3990, 6, 3, false}, {12539, 3993, 6, 3, false},
    {12545, 3996, 6, 3, false}, {12551, 1284, 4, 3, false}, {12555, 3825, 10, 3, false},
    {12565, 1290, 11, 3, false}, {12576, 1287, 6, 3, false}, {12582, 3837, 11, 3, false},
    {12593, 3834, 8, 3, false}, {12601, 3840, 8, 3, false}, {12609, 1293, 7, 3, false},
    {12616, 1296, 3, 3, false}, {12619, 3999, 4, 3, false}, {12623, 1302, 3, 3, false},
    {12626, 4002, 4, 2, true}, {12630, 4004, 4, 2, true}, {12634, 4006, 4, 2, true},
    {12638, 4008, 4, 3, false}, {12642, 4011, 6, 3, false}, {12648, 4014, 7, 3, false},
    {12655, 1305, 4, 3, false}, {12659, 4017, 7, 3, false}, {12666, 4020, 7, 3, false},
    {12673, 4023, 7, 3, false}, {12680, 4026, 7, 3, false}, {12687, 4029, 7, 3, false},
    {12694, 4032, 5, 3, false}, {12699, 4035, 5, 3, false}, {12704, 4038, 7, 3, false},
    {12711, 1302, 6, 3, false}, {12717, 1305, 8, 3, false}, {12725, 4008, 9, 3, false},
    {12734, 4035, 9, 3, false}, {12743, 4032, 10, 3, false}, {12753, 4041, 6, 3, false},
    {12759, 4044, 6, 3, false}, {12765, 4047, 6, 3, false}, {12771, 4050, 5, 3, false},
    {12776, 2659, 6, 3, false}, {12782, 704, 5, 3, false}, {12787, 704, 7, 3, false},
    {12794, 4053, 6, 3, false}, {12800, 4056, 5, 2, true}, {12805, 4058, 6, 3, false},
    {12811, 4061, 3, 2, false}, {12814, 1026, 4, 3, false}, {12818, 4063, 6, 2, false},
    {12824, 4065, 6, 2, false}, {12830, 4067, 3, 2, false}, {12833, 1360, 4, 3, false},
    {12837, 4069, 6, 3, false}, {12843, 4072, 3, 4, false}, {12846, 1330, 6, 3, false},
    {12852, 1330, 9, 3, false}, {12861, 4076, 5, 2, false}, {12866, 4078, 8, 2, false},
    {12874, 4078, 6, 2, false}, {12880, 1353, 11, 3, false}, {12891, 1344, 8, 3, false},
    {12899, 1341, 6, 3, false}, {12905, 1353, 5, 3, false}, {12910, 1344, 6, 3, false},
    {12916, 4080, 5, 2, true}, {12921, 206, 5, 2, false}, {12926, 4082, 5, 2, true},
    {12931, 1934, 6, 3, false}, {12937, 4084, 8, 3, false}, {12945, 4087, 6, 3, false},
    {12951, 2709, 4, 3, false}, {12955, 3243, 4, 3, false}, {12959, 291, 3, 3, false},
    {12962, 4090, 6, 3, false}, {12968, 4093, 6, 3, false}, {12974, 4096, 4, 4, false},
    {12978, 4100, 7, 3, false}, {12985, 3860, 4, 3, false}, {12989, 4103, 6, 3, false},
    {12995, 1310, 5, 3, false}, {13000, 4106, 8, 3, false}, {13008, 2295, 12, 3, false},
    {13020, 3078, 12, 3, false}, {13032, 640, 14, 3, false}, {13046, 4109, 9, 3, false},
    {13055, 3808, 13, 3, false}, {13068, 1173, 15, 3, false}, {13083, 4112, 6, 3, false},
    {13089, 4109, 4, 3, false}, {13093, 4115, 8, 3, false}, {13101, 4118, 7, 3, false},
    {13108, 4121, 5, 3, false}, {13113, 4124, 7, 3, false}, {13120, 4127, 8, 3, false},
    {13128, 4130, 4, 4, false}, {13132, 4134, 4, 2, false}, {13136, 4136, 5, 2, false},
    {13141, 4138, 6, 2, false}, {13147, 1754, 5, 3, false}, {13152, 580, 16, 3, false},
    {13168, 1102, 17, 3, false}, {13185, 250, 4, 3, false}, {13189, 4140, 4, 3, false},
    {13193, 4143, 6, 2, true}, {13199, 1235, 4, 3, false}, {13203, 4145, 5, 2, false},
    {13208, 4147, 6, 2, false}, {13214, 4149, 5, 2, true}, {13219, 4151, 3, 2, false},
    {13222, 1420, 5, 3, false}, {13227, 4153, 6, 2, false}, {13233, 1426, 5, 3, false},
    {13238, 4155, 6, 3, false}, {13244, 4158, 3, 4, false}, {13247, 4162, 6, 2, true},
    {13253, 649, 5, 3, false}, {13258, 1182, 5, 3, false}, {13263, 4164, 5, 3, false},
    {13268, 4167, 6, 3, false}, {13274, 4167, 8, 3, false}, {13282, 4170, 6, 3, false},
    {13288, 4173, 5, 3, false}, {13293, 4176, 5, 2, false}, {13298, 218, 3, 2, true},
    {13301, 4178, 5, 2, false}, {13306, 4180, 4, 4, false}, {13310, 1235, 7, 3, false},
    {13317, 1423, 11, 3, false}, {13328, 649, 13, 3, false}, {13341, 1182, 14, 3, false},
    {13355, 1408, 5, 3, false}, {13360, 4184, 4, 2, false}, {13364, 1441, 5, 2, false},
    {13369, 4184, 7, 2, false}, {13376, 4186, 10, 3, false}, {13386, 4189, 6, 3, false},
    {13392, 4189, 8, 3, false}, {13400, 4192, 6, 3, false}, {13406, 4195, 5, 2, false},
    {13411, 4197, 5, 3, false}, {13416, 4200, 4, 4, false}, {13420, 4204, 5, 3, false},
    {13425, 4207, 6, 2, false}, {13431, 4106, 4, 3, false}, {13435, 1794, 5, 3, false},
    {13440, 4186, 5, 3, false}, {13445, 4209, 4, 2, true}, {13449, 4211, 7, 3, false},
    {13456, 253, 4, 3, false}, {13460, 4214, 4, 3, false}, {13464, 4217, 5, 3, false},
    {13469, 247, 5, 3, false}, {13474, 4220, 6, 3, false}, {13480, 2394, 10, 2, false},
    {13490, 2805, 8, 2, false}, {13498, 2360, 10, 3, false}, {13508, 3557, 6, 2, false},
    {13514, 3564, 5, 2, false}, {13519, 1071, 9, 3, false}, {13528, 1423, 4, 3, false},
    {13532, 3753, 6, 2, false}, {13538, 3881, 8, 2, false}, {13546, 4223, 12, 6, false},
    {13558, 4229, 13, 6, false}, {13571, 4235, 12, 6, false}, {13583, 4241, 13, 6, false},
    {13596, 4078, 8, 2, false}, {13604, 634, 15, 3, false}, {13619, 1167, 16, 3, false},
    {13635, 4247, 3, 2, false}, {13638, 1158, 5, 3, false}, {13643, 3493, 3, 3, false},
    {13646, 4249, 6, 3, false}, {13652, 4252, 5, 3, false}, {13657, 4255, 6, 3, false},
    {13663, 1478, 6, 1, false}, {13669, 1478, 4, 1, false}, {13673, 4258, 3, 4, false},
    {13676, 634, 5, 3, false}, {13681, 915, 5, 6, false}, {13686, 940, 5, 6, false},
    {13691, 4262, 4, 4, false}, {13695, 1071, 5, 3, false}, {13700, 1167, 5, 3, false},
    {13705, 4266, 4, 4, false}, {13709, 4229, 6, 6, false}, {13715, 4223, 6, 6, false},
    {13721, 4241, 6, 6, false}, {13727, 4235, 6, 6, false}, {13733, 4270, 7, 3, false},
    {13740, 4273, 5, 2, false}, {13745, 4275, 6, 3, false}, {13751, 1619, 5, 3, false},
    {13756, 4278, 6, 3, false}, {13762, 4281, 6, 3, false}, {13768, 4284, 3, 4, false},
    {13771, 4288, 4, 4, false}, {13775, 4281, 2, 3, false}, {13777, 1482, 2, 3, false},
    {13779, 1482, 6, 3, false}, {13785, 4292, 4, 4, false}, {13789, 499, 4, 3, false},
    {13793, 1761, 5, 3, false}, {13798, 1405, 4, 3, false}, {13802, 1779, 5, 3, false},
    {13807, 4296, 3, 4, false}, {13810, 238, 5, 3, false}, {13815, 694, 5, 3, false},
    {13820, 4300, 2, 2, false}, {13822, 235, 5, 3, false}, {13827, 691, 5, 3, false},
    {13832, 3004, 4, 3, false}, {13836, 4302, 4, 3, false}, {13840, 1764, 5, 3, false},
    {13845, 4305, 4, 4, false}, {13849, 1767, 6, 3, false}, {13855, 1770, 6, 3, false},
    {13861, 241, 5, 3, false}, {13866, 697, 5, 3, false}, {13871, 4309, 4, 4, false},
    {13875, 1773, 6, 3, false}, {13881, 1785, 6, 3, false}, {13887, 1782, 5, 3, false},
    {13892, 1469, 4, 3, false}, {13896, 1505, 6, 3, false}, {13902, 4313, 6, 2, true},
    {13908, 4315, 4, 2, false}, {13912, 4317, 5, 2, false}, {13917, 4319, 3, 2, false},
    {13920, 4321, 3, 2, true}, {13923, 4323, 3, 4, false}, {13926, 4327, 4, 2, false},
    {13930, 4329, 4, 4, false}, {13934, 4333, 4, 4, false}, {13938, 4337, 4, 2, false},
    {13942, 4339, 4, 2, true}, {13946, 4341, 6, 2, false}, {13952, 4343, 6, 2, false},
    {13958, 4345, 3, 2, false}, {13961, 4347, 4, 2, false}, {13965, 1572, 6, 3, false},
    {13971, 4349, 4, 2, false}, {13975, 4351, 3, 4, false}, {13978, 4355, 4, 2, false},
    {13982, 4357, 7, 3, false}, {13989, 4360, 4, 4, false}, {13993, 4364, 4, 4, false},
    {13997, 4368, 3, 3, false}, {14000, 4371, 4, 3, false},
};

const std::uint16_t kEntitySlots[std::size_t{1} << kEntitySlotBits] = {
    65535, 14, 466, 929, 1986, 65535, 65535, 65535, 65535, 65535, 65535, 1878, 65535, 65535,
    65535, 65535, 65535, 65535, 1563, 65535, 65535, 65535, 1927, 65535, 65535, 65535, 65535,
    1160, 65535, 65535, 1063, 65535, 65535, 65535, 184, 65535, 65535, 856, 65535, 65535, 65535,
    65535, 65535, 1264, 1518, 1244, 65535, 65535, 65535, 365, 65535, 65535, 65535, 65535,
    65535, 2120, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 700, 65535, 65535, 1638,
    65535, 810, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1846, 65535, 65535, 65535,
    1864, 65535, 65535, 65535, 65535, 1584, 65535, 740, 2084, 65535, 65535, 13, 1828, 2055,
    65535, 65535, 65535, 1761, 1217, 65535, 65535, 65535, 65535, 65535, 65535, 1371, 65535,
    65535, 402, 65535, 65535, 65535, 282, 694, 65535, 328, 65535, 65535, 65535, 65535, 2094,
    65535, 65535, 65535, 65535, 65535, 65535, 1788, 927, 398, 1413, 1456, 2113, 1895, 65535,
    2106, 65535, 1712, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 2066, 65535, 65535, 65535, 65535, 65535, 65535, 1690, 850, 1164, 65535,
    65535, 104, 374, 65535, 331, 484, 65535, 65535, 65535, 1703, 65535, 65535, 65535, 65535,
    1508, 1070, 65535, 65535, 1050, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 358,
    65535, 65535, 65535, 65535, 65535, 65535, 723, 197, 65535, 301, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 277, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1299,
    65535, 65535, 52, 1979, 65535, 65535, 65535, 65535, 2033, 65535, 65535, 65535, 65535,
    65535, 65535, 75, 65535, 65535, 65535, 65535, 1335, 1635, 65535, 65535, 65535, 65535,
    65535, 65535, 2042, 65535, 65535, 65535, 65535, 65535, 864, 65535, 65535, 1675, 65535,
    65535, 65535, 880, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    1167, 1731, 675, 65535, 65535, 1892, 65535, 65535, 1272, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 1474, 788, 1546, 65535, 65535, 1710, 745, 65535, 65535, 65535, 1279, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 200, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 665, 65535, 65535, 65535, 65535, 1047, 65535, 65535,
    65535, 1679, 695, 65535, 65535, 2091, 65535, 65535, 65535, 65535, 241, 65535, 65535, 65535,
    65535, 65535, 1774, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 940, 65535, 1094, 1419, 65535, 65535, 637, 65535, 65535, 1799, 982, 65535, 65535,
    1212, 65535, 1582, 65535, 65535, 1426, 65535, 793, 87, 387, 65535, 65535, 65535, 65535,
    430, 65535, 65535, 65535, 65535, 65535, 1488, 247, 65535, 65535, 536, 177, 65535, 65535,
    849, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1550,
    1728, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 2093, 65535, 65535, 120,
    65535, 23, 65535, 366, 65535, 65535, 65535, 1771, 65535, 65535, 65535, 65535, 65535, 65535,
    1672, 461, 65535, 65535, 65535, 1735, 65535, 65535, 65535, 65535, 65535, 2110, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1221, 65535, 65535, 65535, 65535,
    567, 1263, 65535, 65535, 65535, 65535, 65535, 65535, 1745, 65535, 1243, 65535, 176, 65535,
    65535, 65535, 65535, 1947, 2013, 65535, 65535, 65535, 1401, 1420, 845, 1494, 1407, 65535,
    673, 65535, 65535, 65535, 65535, 65535, 1565, 65535, 65535, 319, 888, 65535, 624, 65535,
    961, 1441, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 324, 65535,
    65535, 65535, 65535, 1623, 65535, 65535, 1981, 1489, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 1621, 65535, 246, 65535, 65535, 65535, 65535,
    1276, 1879, 1203, 65535, 65535, 1466, 65535, 65535, 168, 65535, 65535, 1, 1211, 65535,
    65535, 65535, 46, 65535, 65535, 65535, 65535, 721, 902, 65535, 65535, 1763, 65535, 65535,
    65535, 65535, 65535, 65535, 125, 65535, 65535, 65535, 65535, 766, 65535, 65535, 65535,
    65535, 65535, 2028, 65535, 65535, 65535, 814, 65535, 65535, 65535, 65535, 953, 65535,
    65535, 1415, 65535, 65535, 65535, 865, 1168, 65535, 65535, 65535, 827, 65535, 65535, 65535,
    65535, 65535, 65535, 157, 407, 990, 1886, 65535, 65535, 65535, 264, 326, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 2036, 65535,
    65535, 544, 65535, 108, 65535, 441, 65535, 65535, 65535, 65535, 1199, 65535, 65535, 65535,
    1329, 73, 2016, 1240, 1694, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 1189, 1053, 1736, 65535, 65535, 65535, 65535, 65535, 65535, 1327, 65535, 65535, 585,
    952, 813, 65535, 340, 2124, 65535, 1102, 151, 65535, 2035, 1616, 65535, 65535, 1397, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1634, 1723, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 1995, 65535, 65535, 65535, 65535, 65535, 65535, 2123, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 2067, 65535, 65535, 65535, 65535, 1223, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1808, 512,
    65535, 65535, 747, 65535, 737, 1836, 65535, 65535, 65535, 65535, 65535, 65535, 1535, 971,
    1447, 2070, 848, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 382,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    1002, 65535, 65535, 426, 1637, 65535, 65535, 65535, 65535, 131, 1821, 65535, 65535, 65535,
    65535, 2041, 1296, 65535, 65535, 65535, 279, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 869, 901, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 882,
    65535, 65535, 65535, 65535, 65535, 1239, 65535, 65535, 647, 65535, 65535, 65535, 65535,
    65535, 65535, 2111, 65535, 65535, 65535, 65535, 65535, 65535, 273, 519, 532, 724, 1252,
    1503, 947, 1809, 93, 739, 65535, 65535, 1444, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 456, 65535, 65535, 65535, 65535, 65535, 1233, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 1738, 65535, 65535, 65535, 65535, 1790, 65535, 65535, 755,
    1657, 1115, 65535, 1293, 584, 1659, 65535, 65535, 65535, 535, 65535, 65535, 623, 65535,
    65535, 1855, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 915, 1770, 65535,
    65535, 65535, 367, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 777, 1354, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    395, 1375, 65535, 65535, 65535, 65535, 65535, 65535, 1139, 65535, 65535, 65535, 65535,
    65535, 65535, 1129, 604, 545, 65535, 65535, 1900, 957, 1619, 65535, 65535, 1653, 65535,
    643, 821, 1196, 507, 65535, 65535, 65535, 65535, 65535, 1230, 182, 65535, 76, 2099, 65535,
    65535, 65535, 65535, 614, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 37, 652, 65535,
    65535, 65535, 180, 65535, 65535, 795, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 303, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 211, 499, 1463, 65535, 65535, 116, 1626, 65535, 65535, 65535, 65535, 65535, 65535,
    187, 731, 835, 65535, 65535, 1697, 1533, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    563, 65535, 65535, 65, 65535, 587, 65535, 1850, 1625, 1597, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 851, 65535,
    65535, 65535, 65535, 65535, 65535, 1852, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 1628, 65535, 65535, 65535, 377, 1586, 65535, 65535, 1536, 1236, 65535, 65535, 274,
    1853, 65535, 65535, 65535, 2109, 1314, 65535, 597, 930, 65535, 362, 1693, 1029, 812, 65535,
    65535, 65535, 65535, 65535, 65535, 49, 65535, 65535, 65535, 478, 688, 1587, 1682, 65535,
    65535, 65535, 2063, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 198, 65535, 65535,
    65535, 65535, 65535, 65535, 1165, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 143, 815, 1367, 1059, 2065,
    174, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1766, 65535, 65535, 754, 1627, 1583,
    65535, 65535, 65535, 65535, 65535, 97, 1076, 65535, 1905, 65535, 65535, 1069, 65535, 65535,
    65535, 65535, 65535, 1084, 65535, 65535, 65535, 1543, 65535, 1120, 65535, 65535, 311, 714,
    65535, 1643, 65535, 65535, 65535, 65535, 65535, 65535, 1917, 65535, 65535, 455, 65535,
    65535, 65535, 65535, 65535, 396, 65535, 65535, 65535, 65535, 65535, 1726, 65535, 65535,
    765, 973, 65535, 65535, 65535, 65535, 65535, 603, 394, 1897, 65535, 65535, 65535, 65535,
    1159, 1213, 65535, 65535, 65535, 65535, 65535, 83, 1100, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 1313, 65535, 65535, 2089, 904, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 649, 65535, 65535, 65535, 17, 65535, 1098, 1322, 272, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 1691, 65535, 65535, 65535, 944, 1429, 65535, 650, 65535, 65535, 65535, 65535, 65535,
    720, 1578, 1135, 1825, 65535, 65535, 586, 65535, 65535, 65535, 65535, 65535, 730, 65535,
    780, 65535, 1837, 65535, 65535, 65535, 65535, 65535, 989, 65535, 65535, 65535, 1668, 797,
    1209, 65535, 212, 65535, 1057, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 824,
    1732, 1935, 65535, 65535, 65535, 65535, 65535, 1615, 65535, 606, 1996, 65535, 65535, 65535,
    65535, 1548, 65535, 65535, 1347, 65535, 65535, 787, 1427, 1553, 65535, 65535, 65535, 65535,
    65535, 65535, 1711, 65535, 65535, 65535, 201, 1824, 762, 65535, 65535, 65535, 65535, 65535,
    1928, 65535, 65535, 65535, 65535, 1921, 65535, 65535, 65535, 65535, 65535, 473, 1417,
    65535, 183, 65535, 2052, 65535, 1065, 65535, 65535, 1750, 1569, 65535, 442, 566, 1232,
    1760, 1143, 1942, 65535, 1758, 2024, 65535, 2000, 1539, 65535, 65535, 539, 628, 1432,
    65535, 418, 1715, 65535, 1971, 65535, 65535, 65535, 877, 65535, 65535, 65535, 65535, 65535,
    1722, 696, 65535, 1716, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 317, 1268, 65535, 65535, 1717, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 469, 65535, 65535, 65535, 65535, 65535,
    1253, 65535, 65535, 271, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 613, 1875, 65535,
    1915, 65535, 65535, 65535, 65535, 65535, 717, 662, 65535, 65535, 65535, 65535, 1811, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1599, 704, 65535, 1006,
    65535, 275, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 946, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 2080, 729, 65535, 65535, 359, 1140,
    1602, 65535, 65535, 65535, 488, 65535, 65535, 65535, 1932, 65535, 1280, 65535, 1610, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 1414, 750, 65535, 479, 571, 332, 1014, 1381,
    65535, 65535, 65535, 1991, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 689,
    65535, 65535, 65535, 65535, 1487, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 1911, 65535, 506, 138, 709, 712, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 1681, 65535, 65535, 65535, 1162, 65535, 65535, 1198, 112,
    65535, 1110, 1458, 65535, 1173, 1338, 65535, 1350, 1787, 853, 1178, 65535, 65535, 65535,
    147, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 1428, 2104, 65535, 65535, 220, 65535, 65535, 65535, 65535, 268, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1943, 65535, 65535, 65535,
    65535, 1940, 65535, 114, 65535, 65535, 65535, 1585, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 90, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 1835, 65535, 65535, 349, 1154, 1748, 1827, 65535, 65535, 1707, 65535,
    65535, 65535, 65535, 1351, 65535, 65535, 65535, 65535, 524, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 70, 510, 1575, 65535, 65535, 65535,
    316, 521, 65535, 65535, 65535, 65535, 65535, 65535, 778, 65535, 65535, 1718, 783, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1874, 65535,
    65535, 419, 65535, 65535, 1969, 65535, 65535, 65535, 65535, 65535, 65535, 384, 65535,
    65535, 65535, 1089, 65535, 65535, 173, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 1909, 1912, 249, 65535, 160, 65535, 65535, 491, 1645, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1092, 27, 65535,
    65535, 65535, 65535, 65535, 65535, 907, 618, 65535, 1101, 65535, 65535, 65535, 65535, 55,
    65535, 922, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 591, 65535, 65535,
    65535, 1685, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 706, 1755,
    65535, 1913, 1294, 2061, 65535, 65535, 65535, 1753, 2119, 65535, 65535, 1517, 861, 65535,
    65535, 65535, 480, 1997, 65535, 65535, 65535, 65535, 65535, 1333, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 2015, 65535, 65535, 65535, 65535, 65535, 2083, 1807, 65535,
    65535, 65535, 65535, 65535, 181, 65535, 493, 65535, 65535, 65535, 65535, 65535, 65535,
    1222, 672, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 489, 411, 65535, 65535, 65535, 65535, 65535, 65535, 2098, 65535, 1114,
    65535, 65535, 65535, 65535, 1448, 65535, 65535, 65535, 954, 65535, 65535, 65535, 601,
    65535, 65535, 65535, 65535, 381, 65535, 65535, 65535, 1793, 65535, 1468, 65535, 65535, 336,
    568, 1609, 65535, 65535, 1035, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 2086, 65535, 65535, 65535, 65535,
    65535, 65535, 1497, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    1010, 65535, 685, 65535, 65535, 65535, 65535, 1989, 65535, 65535, 65535, 65535, 65535,
    65535, 873, 65535, 1515, 65535, 65535, 1629, 65535, 65535, 553, 65535, 1225, 65535, 65535,
    65535, 65535, 12, 65535, 65535, 65535, 560, 65535, 65535, 65535, 65535, 65535, 1348, 65535,
    335, 65535, 65535, 1564, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 1765, 65535, 65535, 65535, 65535, 106, 65535, 65535, 65535, 1467,
    65535, 65535, 65535, 1132, 1363, 65535, 65535, 65535, 65535, 65535, 65535, 1359, 65535,
    65535, 65535, 65535, 527, 1104, 65535, 65535, 65535, 464, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 44, 107, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 540, 65535, 65535, 65535, 65535, 65535, 65535, 1473, 65535, 65535, 65535,
    1071, 65535, 65535, 1175, 65535, 65535, 497, 1479, 65535, 1078, 65535, 65535, 2114, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1871, 65535, 65535,
    65535, 65535, 65535, 999, 1403, 1950, 65535, 236, 269, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 1361, 65535, 644, 595, 846, 840, 65535, 65535, 65535,
    1083, 65535, 1036, 638, 1241, 65535, 251, 875, 1746, 2082, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 74, 920, 1701, 1893, 1810, 65535, 529, 2039, 65535, 65535, 550, 65535,
    65535, 65535, 65535, 65535, 1775, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1889,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 1848, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 53, 65535,
    65535, 65535, 65535, 65535, 1248, 1603, 65535, 65535, 65535, 574, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 924, 65535, 65535, 65535, 65535, 65535, 670, 1744, 494, 1654,
    2040, 65535, 65535, 65535, 65535, 2085, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 167, 65535, 65535, 65535, 65535, 65535, 65535, 196, 65535, 664, 65535, 65535, 65535,
    1522, 65535, 65535, 65535, 65535, 65535, 632, 252, 65535, 250, 65535, 65535, 1968, 65535,
    65535, 65535, 65535, 111, 65535, 65535, 65535, 65535, 1396, 65535, 65535, 65535, 65535,
    369, 65535, 65535, 65535, 65535, 65535, 164, 65535, 65535, 65535, 65535, 32, 368, 421,
    65535, 65535, 65535, 65535, 65535, 65535, 1194, 65535, 65535, 65535, 65535, 1768, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 602, 65535, 65535, 65535, 65535,
    1060, 65535, 65535, 65535, 1823, 65535, 65535, 65535, 65535, 2100, 1220, 1369, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 794, 65535, 485, 325, 1308, 945, 1364, 65535, 65535, 65535, 65535, 800, 1267, 1973,
    65535, 65535, 65535, 65535, 65535, 1394, 65535, 648, 1785, 1866, 583, 776, 789, 65535, 43,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    102, 1170, 1589, 842, 1137, 65535, 65535, 65535, 65535, 65535, 65535, 1601, 65535, 65535,
    698, 65535, 65535, 65535, 65535, 509, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 2118, 1822, 65535, 65535, 633, 360, 65535, 65535, 65535, 65535, 65535, 191, 65535,
    608, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 288, 65535, 65535, 65535,
    1773, 65535, 1857, 404, 65535, 482, 1779, 65535, 65535, 65535, 1719, 65535, 65535, 65535,
    65535, 65535, 65535, 767, 65535, 258, 420, 832, 870, 2010, 1445, 65535, 65535, 65535,
    65535, 65535, 2058, 158, 1519, 65535, 757, 65535, 65535, 687, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 1319, 65535, 1386, 65535, 65535, 1158, 65535, 65535, 65535,
    470, 1166, 65535, 2081, 65535, 383, 1521, 5, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 2030, 2029, 65535, 65535, 943,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 204, 65535, 65535,
    65535, 69, 65535, 65535, 65535, 65535, 1729, 65535, 65535, 65535, 1805, 1088, 1465, 684,
    556, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 234, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 578, 65535, 65535, 65535, 1273, 65535, 65535, 65535, 1952,
    1016, 65535, 1208, 65535, 65535, 65535, 65535, 65535, 65535, 1009, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 468, 213, 674, 1964, 65535, 1144, 65535, 65535, 65535,
    65535, 65535, 1780, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1495, 65535,
    65535, 65535, 65535, 1834, 65535, 65535, 65535, 517, 65535, 1593, 65535, 1418, 100, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 2102, 1558, 65535, 65535,
    65535, 65535, 974, 1814, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 1439, 65535, 65535, 65535, 1326, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 1184, 65535, 65535, 1121, 65535, 1573, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 2074, 1018, 65535, 65535, 65535,
    599, 65535, 65535, 1870, 65535, 65535, 65535, 1182, 65535, 18, 65535, 65535, 2122, 1099,
    65535, 65535, 65535, 65535, 118, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    2056, 65535, 65535, 65535, 594, 65535, 65535, 874, 65535, 371, 65535, 1238, 65535, 65535,
    65535, 65535, 65535, 65535, 285, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 260, 528, 238, 934, 950, 1796, 65535, 65535, 1262,
    65535, 65535, 437, 65535, 65535, 1845, 57, 605, 658, 1409, 1026, 65535, 65535, 1177, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 410, 65535, 65535, 65535, 65535, 65535, 1301,
    65535, 65535, 65535, 65535, 8, 926, 65535, 570, 65535, 65535, 65535, 386, 1346, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 280, 1093, 65535, 65535, 65535,
    1789, 65535, 65535, 323, 65535, 937, 1161, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 347, 1493, 65535, 65535, 65535, 65535, 487, 1224, 582, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 1122, 1372, 1509, 65535, 65535, 1514, 65535, 65535, 65535,
    1962, 65535, 65535, 65535, 65535, 423, 65535, 227, 333, 1890, 1674, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 546, 547, 1334, 392, 1523, 1849, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 1307, 879, 911, 65535, 65535, 65535, 1325, 1507, 65535, 65535,
    1702, 65535, 65535, 65535, 65535, 65535, 1501, 65535, 65535, 65535, 446, 65535, 1882, 1117,
    65535, 219, 65535, 970, 65535, 65535, 65535, 817, 1851, 65535, 1639, 65535, 230, 65535,
    1398, 65535, 2053, 144, 65535, 65535, 65535, 65535, 65535, 1656, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 389, 1341, 991, 1937, 580, 65535, 1181, 65535, 65535,
    65535, 65535, 65535, 65535, 2043, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 1868, 502, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 579, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 641, 65535, 617, 304, 771,
    1574, 65535, 65535, 65535, 65535, 54, 65535, 988, 65535, 65535, 65535, 65535, 1304, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 749, 244, 735, 65535, 65535, 701,
    65535, 1481, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 2116, 65535, 1376,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1954, 48, 764, 1389, 921, 1700,
    65535, 2107, 65535, 65535, 65535, 65535, 65535, 235, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 1698, 807, 65535, 1978, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1082, 65535, 65535, 65535,
    1739, 65535, 65535, 65535, 1525, 65535, 65535, 65535, 65535, 199, 65535, 2060, 769, 65535,
    65535, 65535, 65535, 65535, 30, 161, 962, 65535, 65535, 233, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 1179, 722, 65535, 65535, 65535, 1504, 65535, 65535, 65535, 65535, 868,
    65535, 65535, 65535, 308, 65535, 65535, 65535, 1406, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 1037, 65535, 65535, 65535, 65535, 1353, 1721,
    65535, 1095, 65535, 65535, 1976, 65535, 65535, 65535, 65535, 522, 65535, 65535, 65535,
    65535, 65535, 11, 1708, 65535, 65535, 65535, 1024, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 1108, 1854, 346, 278, 65535, 65535, 65535, 1119, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 1794, 65535, 65535, 65535, 65535, 65535,
    2038, 65535, 65535, 65535, 425, 65535, 65535, 65535, 65535, 65535, 101, 65535, 65535, 994,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 965, 65535, 65535, 65535, 65535, 852, 65535, 65535, 1384, 65535, 65535, 1751,
    65535, 65535, 615, 1300, 65535, 592, 1131, 1667, 51, 65535, 65535, 1692, 65535, 1926,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 589, 65535,
    127, 1923, 65535, 697, 65535, 65535, 65535, 65535, 65535, 1290, 65535, 1592, 2078, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1128, 65535, 65535, 65535,
    65535, 65535, 403, 65535, 1666, 65535, 976, 65535, 65535, 728, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 610, 65535, 65535, 1028, 65535, 65535, 998, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 1499, 65535, 65535, 65535, 65535, 1260, 65535, 65535, 65535,
    65535, 65535, 293, 1133, 65535, 65535, 1068, 65535, 65535, 65535, 65535, 65535, 297, 796,
    1944, 1972, 65535, 65535, 65535, 330, 65535, 1622, 65535, 283, 65535, 668, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 1039, 1242, 1332, 205, 1425, 1951, 65535,
    65535, 1051, 65535, 1149, 89, 65535, 7, 436, 65535, 65535, 65535, 65535, 65535, 2064,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 1251, 65535, 65535, 65535, 65535, 65535,
    65535, 152, 65535, 65535, 65535, 65535, 645, 65535, 65535, 1430, 1485, 65535, 65535, 65535,
    65535, 65535, 572, 1946, 65535, 65535, 956, 65535, 65535, 1451, 65535, 65535, 65535, 65535,
    65535, 1013, 65535, 1984, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 1651, 65535, 65535, 1604, 65535, 65535, 65535, 65535, 65535, 65535, 903, 2112, 1709,
    878, 1171, 65535, 65535, 65535, 65535, 65535, 65535, 716, 1356, 65535, 65535, 760, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 2072, 65535, 564, 1754,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 1459, 2032, 65535, 65535, 65535, 65535,
    1786, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1435, 65535, 995,
    65535, 895, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1749, 65535, 65535, 221, 938,
    1316, 65535, 65535, 65535, 38, 65535, 65535, 65535, 65535, 1004, 931, 65535, 65535, 65535,
    1402, 960, 65535, 65535, 682, 65535, 65535, 65535, 1287, 65535, 65535, 847, 65535, 1939,
    65535, 1206, 65535, 65535, 65535, 65535, 65535, 65535, 1767, 65535, 65535, 65535, 65535,
    65535, 1993, 65535, 1802, 65535, 65535, 65535, 543, 65535, 65535, 65535, 65535, 916, 2049,
    65535, 1903, 65535, 631, 65535, 1412, 609, 65535, 65535, 727, 65535, 537, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 296,
    65535, 711, 65535, 1216, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 1464, 65535, 65535, 65535, 1404, 65535, 65535, 1513, 65535, 217, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 640, 65535, 65535, 1730, 65535, 65535, 1044, 65535,
    65535, 558, 65535, 1650, 65535, 555, 65535, 65535, 65535, 1030, 65535, 65535, 65535, 746,
    65535, 65535, 65535, 65535, 65535, 1816, 65535, 65535, 65535, 65535, 1312, 65535, 65535,
    65535, 65535, 2023, 65535, 1724, 172, 214, 65535, 65535, 65535, 531, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 29, 680, 65535, 284, 451, 1526, 825, 1388, 65535, 305, 1180,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 896, 65535, 552, 65535,
    65535, 65535, 65535, 65535, 65535, 1683, 65535, 203, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 914, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 866, 65535, 65535, 65535,
    1113, 149, 65535, 65535, 434, 554, 1756, 65535, 65535, 541, 1331, 35, 65535, 65535, 65535,
    65535, 361, 65535, 65535, 2011, 65535, 65535, 65535, 65535, 886, 65535, 65535, 65535,
    65535, 267, 65535, 65535, 34, 573, 1201, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 1477, 1649, 65535, 481, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 818, 65535, 966, 65535, 65535, 65535, 1572, 1042, 240,
    65535, 65535, 65535, 21, 65535, 343, 65535, 65535, 65535, 65535, 1277, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 1829, 65535, 726, 65535, 1127, 65535, 65535, 65535,
    65535, 651, 699, 65535, 1303, 65535, 1842, 65535, 65535, 65535, 65535, 1673, 65535, 65535,
    65535, 1752, 801, 1611, 65535, 65535, 1936, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 627, 65535, 65535, 65535, 65535, 65535, 65535, 1352,
    65535, 154, 65535, 65535, 65535, 65535, 65535, 657, 1385, 321, 616, 65535, 65535, 707,
    65535, 65535, 409, 1058, 248, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 206, 562, 863, 703, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 1284, 65535, 65535, 65535, 65535, 315, 65535, 65535, 65535, 450,
    65535, 65535, 65535, 65535, 457, 462, 65535, 65535, 65535, 65535, 47, 65535, 65535, 837,
    65535, 65535, 65535, 65535, 65535, 65535, 876, 897, 1815, 65535, 65535, 65535, 1085, 1256,
    65535, 1193, 65535, 65535, 65535, 855, 65535, 65535, 65535, 65535, 65535, 65535, 1662, 906,
    65535, 65535, 65535, 65535, 1207, 65535, 65535, 1205, 939, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 1469, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 1344, 65535, 1613, 65535, 65535, 65535, 65535, 192,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 1998, 1741, 65535, 65535, 600, 1096, 65535, 65535, 65535, 65535, 2045,
    65535, 1957, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 654, 65535, 2057, 1894, 85, 65535, 1955, 65535, 985, 65535, 1261, 65535, 65535, 774,
    65535, 65535, 65535, 65535, 1631, 1671, 65535, 65535, 65535, 635, 61, 646, 1988, 1863,
    65535, 65535, 65535, 65535, 65535, 65535, 1210, 65535, 65535, 1378, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 843,
    65535, 65535, 65535, 692, 65535, 65535, 65535, 65535, 65535, 438, 1342, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 520,
    65535, 1045, 1740, 65535, 65535, 65535, 134, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 146, 65535, 65535, 289, 1590, 65535, 65535, 65535, 65535,
    65535, 242, 65535, 65535, 433, 65535, 65535, 65535, 1618, 62, 1431, 65535, 65535, 65535,
    65535, 65535, 1970, 65535, 65535, 963, 65535, 912, 302, 1266, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 2101, 65535, 65535, 65535, 1258, 1798,
    1919, 65535, 65535, 1561, 9, 65535, 65535, 390, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 422, 65535, 65535, 1764, 65535, 65535, 443, 65535, 65535, 65535, 65535,
    65535, 65535, 1450, 1218, 1784, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 449, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1246, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 194, 65535,
    65535, 2097, 505, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1980, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 0, 65535, 65535, 65535, 65535, 65535, 20,
    65535, 1490, 958, 65535, 65535, 65535, 65535, 65535, 1974, 65535, 1123, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1999,
    65535, 65535, 65535, 65535, 65535, 444, 65535, 65535, 65535, 65535, 65535, 1192, 65535,
    65535, 65535, 65535, 65535, 975, 65535, 65535, 65535, 65535, 1190, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    1235, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1557, 65535, 65535,
    65535, 65535, 65535, 237, 65535, 1800, 65535, 65535, 65535, 65535, 65535, 1483, 65535, 690,
    65535, 65535, 65535, 65535, 65535, 2025, 388, 65535, 65535, 452, 905, 1443, 65535, 133,
    1269, 294, 1985, 65535, 65535, 65535, 65535, 65535, 65535, 1340, 65535, 65535, 1975, 65535,
    65535, 65535, 65535, 65535, 781, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1658,
    1872, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 162, 65535, 65535, 65535, 26, 65535,
    65535, 65535, 145, 1038, 65535, 65535, 65535, 925, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 1648, 65535, 1455, 63, 1271, 65535, 65535, 65535, 65535,
    1311, 1902, 65535, 65535, 1008, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 683, 65535, 65535, 65535, 65535, 65535,
    65535, 622, 1992, 65535, 576, 65535, 65535, 354, 65535, 65535, 320, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 1520, 65535, 65535, 65535, 65535, 1858, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 77, 65535, 65535, 65535, 65535, 65535, 736, 65535,
    65535, 1542, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1111,
    65535, 65535, 65535, 65535, 1423, 1677, 65535, 759, 2018, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 1079, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1188,
    65535, 65535, 65535, 353, 1453, 65535, 65535, 1906, 913, 65535, 65535, 65535, 1097, 65535,
    65535, 811, 338, 65535, 65535, 65535, 65535, 1713, 65535, 65535, 65535, 65535, 65535, 772,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 1001, 1840, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 1247, 65535, 65535, 397, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 1918, 65535, 1169, 344, 1077, 65535, 65535, 65535, 65535, 65535, 1124,
    65535, 65535, 65535, 65535, 65535, 1492, 65535, 860, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1191, 1281, 65535, 65535,
    65535, 854, 65535, 110, 65535, 65535, 65535, 65535, 753, 1379, 1757, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1907, 65535, 65535, 65535,
    65535, 65535, 65535, 295, 65535, 65535, 65535, 65535, 1644, 65535, 65535, 65535, 65535, 68,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 193,
    65535, 65535, 65535, 65535, 1663, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 124, 65535, 1472, 2088, 65535,
    65535, 65535, 65535, 65535, 65535, 1541, 65535, 65535, 1289, 65535, 65535, 467, 1075,
    65535, 65535, 372, 65535, 65535, 65535, 893, 6, 1000, 65535, 65535, 577, 216, 761, 65535,
    65535, 65535, 65535, 557, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 39,
    65535, 65535, 1452, 65535, 65535, 65535, 65535, 65535, 65535, 984, 65535, 1197, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    972, 2, 65535, 65535, 65535, 65535, 65535, 65535, 1580, 439, 968, 2020, 65535, 65535,
    65535, 65535, 65535, 65535, 518, 1762, 2095, 65535, 65535, 1887, 65535, 65535, 65535,
    65535, 782, 65535, 65535, 65535, 65535, 99, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 666, 348, 1500,
    65535, 681, 231, 1958, 1081, 1031, 1733, 2096, 65535, 65535, 1655, 65535, 65535, 65535,
    65535, 1783, 65535, 65535, 65535, 65535, 65535, 923, 65535, 270, 453, 65535, 65535, 65535,
    65535, 65535, 1806, 65535, 1315, 65535, 65535, 65535, 65535, 65535, 65535, 1049, 65535,
    65535, 65535, 65535, 65535, 858, 2115, 65535, 65535, 2034, 65535, 65535, 65535, 1967,
    65535, 170, 65535, 65535, 65535, 534, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 1496, 65535, 65535, 919, 65535, 1859, 65535, 933, 65535, 65535,
    1600, 65535, 65535, 65535, 65535, 65535, 65535, 2054, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 58, 65535, 65535, 65535, 1362, 1345, 65535, 318, 65535, 65535, 65535, 179,
    65535, 65535, 65535, 65535, 364, 65535, 222, 65535, 65535, 65535, 1436, 1229, 881, 1908,
    65535, 65535, 65535, 65535, 130, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    2026, 713, 65535, 1819, 65535, 1366, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 2077, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 492, 65535, 1337, 1869, 1977, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1112, 65535, 65535, 1086, 65535,
    918, 1990, 65535, 65535, 400, 1803, 65535, 65535, 65535, 1591, 65535, 1624, 65535, 65535,
    65535, 65535, 2047, 65535, 65535, 65535, 65535, 65535, 2021, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 1660, 59, 65535, 65535, 65535, 65535, 841, 65535, 679, 941, 65535, 65535,
    65535, 65535, 65535, 155, 1461, 523, 1776, 1782, 1646, 65535, 65535, 65535, 2017, 65535,
    65535, 65535, 65535, 1545, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 525, 708,
    65535, 65535, 792, 1138, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1830, 744, 65535,
    859, 65535, 65535, 65535, 65535, 445, 65535, 86, 65535, 65535, 65535, 1534, 117, 229, 830,
    1020, 1516, 514, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 784, 1227, 65535, 65535, 65535, 65535, 1664, 65535, 65535, 65535, 65535, 257, 634,
    1833, 356, 1945, 379, 65535, 65535, 857, 243, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 551, 391, 1598, 65535, 65535, 508, 65535, 65535,
    561, 65535, 65535, 65535, 65535, 1202, 65535, 1151, 513, 290, 65535, 65535, 65535, 65535,
    178, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 809, 65535, 65535,
    65535, 65535, 65535, 65535, 575, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1544,
    1670, 65535, 65535, 65535, 2050, 65535, 1476, 65535, 839, 65535, 65535, 65535, 65535, 898,
    65535, 65535, 65535, 65535, 65535, 1306, 95, 65535, 113, 1150, 1873, 65535, 65535, 65535,
    65535, 836, 65535, 65535, 65535, 65535, 65535, 65535, 565, 1434, 65535, 65535, 1720, 65535,
    65535, 65535, 65535, 65535, 65535, 987, 1595, 65535, 65535, 65535, 65535, 65535, 1148,
    65535, 65535, 2087, 1491, 1310, 65535, 65535, 1571, 1696, 65535, 65535, 65535, 474, 65535,
    65535, 65535, 186, 770, 65535, 1556, 65535, 65535, 65535, 65535, 65535, 65535, 805, 992,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 785, 65535, 65535, 65535, 65535,
    115, 65535, 65535, 65535, 341, 495, 1156, 65535, 1608, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 763, 1924, 65535, 65535, 65535, 65535, 65535, 65535, 503, 65535, 202, 1012,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 612, 65535,
    1747, 2068, 65535, 65535, 65535, 65535, 65535, 65535, 355, 65535, 593, 65535, 65535, 65535,
    65535, 65535, 656, 65535, 465, 1606, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1048,
    655, 65535, 65535, 986, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 486, 19, 1502, 2117, 1484,
    500, 1860, 310, 1581, 65535, 65535, 978, 65535, 65535, 65535, 65535, 65535, 65535, 1963,
    65535, 65535, 65535, 65535, 65535, 2069, 65535, 65535, 65535, 65535, 1953, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 263, 65535, 639, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    1880, 65535, 65535, 65535, 65535, 65535, 65535, 659, 65535, 65535, 65535, 65535, 159,
    65535, 65535, 65535, 65535, 569, 1498, 65535, 65535, 65535, 65535, 141, 1781, 65535, 208,
    65535, 1292, 630, 65535, 65535, 65535, 2006, 218, 65535, 65535, 65535, 65535, 447, 65535,
    65535, 1867, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 190, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 691, 65535, 65535, 65535, 223, 65535, 65535, 65535, 458,
    65535, 1661, 1689, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1226, 2007,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1061, 1482, 65535, 1355,
    65535, 1778, 327, 1391, 1813, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 22, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 705, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 405, 33, 1064,
    65535, 65535, 65535, 65535, 65535, 542, 298, 1237, 2031, 1933, 1528, 1552, 1647, 65535,
    65535, 65535, 65535, 65535, 65535, 1929, 65535, 677, 889, 65535, 88, 65535, 949, 1876,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1883, 65535, 65535, 65535, 65535,
    2105, 65535, 65535, 607, 210, 803, 1270, 65535, 65535, 65535, 65535, 686, 65535, 226,
    65535, 65535, 1530, 56, 65535, 65535, 1330, 65535, 65535, 65535, 65535, 65535, 65535, 742,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 955, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 883, 65535, 65535, 65535, 65535, 65535, 65535,
    351, 1966, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 245, 440, 65535, 65535,
    65535, 65535, 65535, 516, 1204, 1898, 1706, 2108, 65535, 1769, 826, 1302, 1841, 65535,
    65535, 663, 65535, 65535, 350, 65535, 65535, 65535, 1043, 65535, 65535, 253, 65535, 65535,
    65535, 65535, 65535, 109, 501, 1254, 65535, 65535, 65535, 980, 65535, 65535, 65535, 65535,
    65535, 65535, 1862, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1105, 65535, 65535,
    65535, 1234, 1454, 65535, 65535, 1540, 65535, 65535, 65535, 65535, 65535, 725, 65535,
    65535, 65535, 626, 65535, 401, 65535, 65535, 1888, 189, 65535, 65535, 65535, 65535, 65535,
    65535, 1531, 65535, 65535, 65535, 65535, 621, 530, 872, 935, 1183, 65535, 65535, 1055,
    65535, 65535, 65535, 65535, 834, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 951, 65535, 385, 65535, 65535, 261, 65535, 65535, 65535, 1532, 65535, 65535, 1686,
    65535, 2012, 65535, 65535, 65535, 65535, 65535, 65535, 498, 25, 188, 429, 862, 549, 1437,
    65535, 121, 65535, 65535, 65535, 65535, 1360, 65535, 65535, 65535, 65535, 92, 65535, 65535,
    65535, 65535, 1056, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1949, 1275, 65535,
    126, 1797, 1856, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 428,
    1847, 65535, 65535, 65535, 65535, 65535, 65535, 1257, 65535, 65535, 65535, 65535, 65535,
    65535, 932, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1684, 65535, 169, 393,
    65535, 1368, 65535, 65535, 65535, 65535, 1704, 1865, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 1524, 1925, 65535, 65535, 65535, 65535, 165, 65535, 65535,
    65535, 79, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 981, 65535,
    65535, 65535, 65535, 748, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 548, 1605, 65535, 65535, 65535, 65535, 65535, 1054, 2044, 153, 65535, 917, 65535,
    65535, 195, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 887,
    65535, 281, 65535, 65535, 65535, 65535, 65535, 417, 2075, 65535, 65535, 65535, 224, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 139, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 1317, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 16, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    1737, 65535, 65535, 65535, 65535, 1152, 65535, 65535, 65535, 1818, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 1163, 65535, 65535, 65535, 1620, 65535, 300, 1839,
    65535, 65535, 65535, 1087, 1387, 1820, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 1896, 65535, 287, 65535, 65535, 408, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 1416, 65535, 65535, 65535, 1594, 65535, 733, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 1320, 65535, 65535, 65535, 65535, 472, 65535, 65535, 65535, 65535, 65535,
    65535, 1777, 719, 65535, 65535, 1480, 65535, 1554, 1652, 136, 65535, 65535, 291, 65535,
    581, 1374, 65535, 65535, 65535, 207, 65535, 1142, 65535, 65535, 802, 2027, 661, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 1478, 65535, 103, 1688, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 1881, 65535, 1157, 1844, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 892, 65535, 65535, 65535, 65535, 65535, 1934,
    65535, 596, 959, 65535, 1025, 1422, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1607,
    65535, 65535, 65535, 65535, 65535, 2046, 163, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 2004, 337, 65535, 1349, 65535, 10, 65535, 1172, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 1392, 65535, 65535, 65535, 590, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 1134, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 1282, 65535, 65535, 65535, 65535, 65535, 1324, 65535, 65535, 132, 65535, 65535,
    65535, 65535, 1067, 1831, 65535, 65535, 65535, 65535, 416, 65535, 65535, 65535, 65535,
    1007, 65535, 65535, 65535, 65535, 65535, 1576, 28, 65535, 65535, 66, 65535, 65535, 65535,
    1471, 2059, 105, 1470, 65535, 65535, 1022, 786, 1034, 1588, 65535, 1559, 1486, 65535,
    65535, 65535, 65535, 65535, 65535, 899, 65535, 823, 710, 65535, 65535, 504, 65535, 65535,
    1555, 262, 65535, 1446, 900, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 816, 996, 65535, 65535, 65535, 65535, 65535, 209, 1126,
    65535, 65535, 65535, 65535, 2003, 65535, 779, 65535, 65535, 65535, 1433, 65535, 833, 1727,
    65535, 65535, 415, 65535, 65535, 65535, 406, 65535, 65535, 1527, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 378, 65535, 65535, 65535, 91, 65535,
    65535, 1511, 65535, 65535, 65535, 65535, 171, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 1074, 65535, 65535, 266, 65535, 1295, 1023, 1885, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 1040, 65535, 65535, 329, 1400, 65535, 65535, 65535, 65535, 65535, 65535,
    1449, 741, 1669, 65535, 65535, 373, 65535, 65535, 65535, 65535, 65535, 65535, 459, 1073,
    1411, 65535, 1032, 65535, 65535, 65535, 65535, 65535, 65535, 345, 1187, 1339, 1678, 65535,
    65535, 65535, 65535, 490, 1214, 1562, 2051, 752, 2076, 65535, 611, 1393, 1861, 65535,
    65535, 65535, 1399, 65535, 65535, 142, 65535, 1145, 65535, 65535, 65535, 65535, 838, 65535,
    65535, 65535, 65535, 1759, 65535, 31, 65535, 65535, 65535, 890, 1003, 1323, 65535, 65535,
    65535, 65535, 804, 476, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 15, 65535, 432, 1510, 65535, 1017, 1680, 65535, 65535, 65535, 42, 1982,
    65535, 137, 454, 1948, 150, 463, 65535, 1410, 65535, 413, 65535, 65535, 64, 36, 239, 669,
    775, 65535, 65535, 65535, 65535, 65535, 65535, 1506, 65535, 65535, 412, 65535, 65535,
    65535, 65535, 65535, 65535, 1801, 791, 342, 2001, 65535, 4, 1442, 65535, 65535, 65535, 653,
    65535, 286, 475, 65535, 942, 1922, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 496, 598, 993, 1155, 65535, 1665, 1676,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 129,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 559, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 375, 65535, 65535, 1596,
    65535, 65535, 65535, 65535, 255, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 1005, 1174, 1066, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 307, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 424, 1734, 65535, 65535, 65535, 185, 65535, 65535,
    65535, 65535, 65535, 65535, 40, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 1577, 65535, 65535, 96, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 1027, 1640, 65535, 65535, 65535, 65535, 65535, 84, 122, 148, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1438, 1891,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 751, 65535, 65535, 65535, 1021,
    65535, 483, 620, 1298, 65535, 65535, 1904, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 526, 65535, 65535, 65535, 65535, 65535, 693, 65535, 65535, 65535,
    65535, 24, 65535, 65535, 65535, 65535, 65535, 588, 98, 65535, 65535, 65535, 65535, 65535,
    977, 65535, 65535, 65535, 65535, 65535, 65535, 2073, 1091, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 313, 65535, 768, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 414, 65535, 65535, 65535, 65535, 65535, 65535, 2022, 65535, 65535,
    734, 65535, 65535, 65535, 790, 65535, 65535, 65535, 891, 65535, 65535, 1705, 65535, 65535,
    65535, 314, 65535, 65535, 1215, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 259, 65535, 65535, 65535, 65535, 65535, 1033,
    743, 1231, 65535, 65535, 65535, 65535, 65535, 65535, 1699, 65535, 1983, 2005, 65535, 718,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1373, 1318,
    65535, 65535, 65535, 65535, 65535, 309, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 448, 1259, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 1390, 65535, 65535, 65535, 65535, 2079,
    1321, 322, 65535, 1812, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 225, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 678,
    65535, 820, 1283, 65535, 65535, 1725, 1567, 65535, 65535, 65535, 819, 756, 65535, 65535,
    65535, 65535, 2092, 65535, 65535, 1838, 65535, 65535, 65535, 65535, 1931, 908, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 431, 1462, 65535, 65535, 1877, 265, 65535, 65535,
    1136, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 533, 65535, 123, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1537, 65535, 1424, 65535, 65535,
    894, 65535, 65535, 65535, 65535, 1019, 65535, 1118, 65535, 65535, 808, 65535, 65535, 1309,
    799, 65535, 65535, 65535, 65535, 65535, 1916, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 82, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 738,
    65535, 65535, 1914, 65535, 65535, 65535, 65535, 65535, 1568, 65535, 1343, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1560, 65535, 65535,
    65535, 667, 65535, 65535, 65535, 65535, 65535, 65535, 619, 65535, 910, 65535, 65535, 65535,
    65535, 65535, 732, 2071, 65535, 511, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 1328, 65535, 65535, 65535, 65535, 94, 363, 1357, 1791, 65535, 65535, 119,
    65535, 65535, 1804, 65535, 65535, 65535, 65535, 65535, 65535, 215, 65535, 65535, 65535,
    65535, 1405, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 45, 65535, 65535, 65535,
    65535, 65535, 2090, 65535, 65535, 1460, 1641, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 1265, 65535, 65535, 380, 65535, 65535, 65535, 2008,
    1570, 65535, 1052, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 806, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 477, 65535, 65535, 65535, 1987, 65535,
    65535, 1930, 65535, 65535, 460, 65535, 65535, 65535, 65535, 871, 65535, 65535, 65535,
    65535, 65535, 65535, 1185, 65535, 1884, 1529, 65535, 65535, 65535, 1994, 65535, 65535,
    1011, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 292, 1792, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 1219, 65535, 67, 715, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 829, 65535, 65535, 65535,
    65535, 1125, 65535, 65535, 65535, 1278, 65535, 1457, 357, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 339, 65535, 831, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1687,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 276, 65535,
    65535, 65535, 1965, 65535, 65535, 65535, 65535, 65535, 65535, 1080, 65535, 65535, 65535,
    65535, 65535, 1288, 65535, 1380, 65535, 65535, 538, 1630, 65535, 773, 254, 979, 1633, 1772,
    65535, 65535, 758, 65535, 228, 629, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    1395, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    1370, 140, 1383, 1642, 2037, 65535, 65535, 232, 65535, 471, 65535, 65535, 65535, 2062,
    65535, 65535, 65535, 702, 1956, 65535, 65535, 65535, 65535, 65535, 65535, 798, 65535,
    65535, 65535, 65535, 65535, 71, 80, 1714, 65535, 65535, 156, 1549, 1566, 1041, 65535,
    65535, 65535, 65535, 65535, 65535, 50, 65535, 65535, 65535, 65535, 1505, 65535, 1941,
    65535, 65535, 1612, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1382, 65535,
    65535, 65535, 166, 1046, 1421, 65535, 65535, 1147, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 2014, 1910, 65535, 65535, 65535,
    1072, 65535, 1062, 1228, 65535, 65535, 65535, 1538, 65535, 65535, 867, 65535, 65535, 65535,
    65535, 65535, 1200, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    1899, 65535, 65535, 334, 65535, 65535, 1015, 844, 65535, 65535, 65535, 65535, 135, 65535,
    81, 2002, 65535, 65535, 65535, 65535, 65535, 1365, 65535, 65535, 1336, 65535, 948, 1795,
    1743, 65535, 65535, 65535, 1742, 1826, 964, 65535, 1250, 65535, 65535, 65535, 1817, 65535,
    65535, 65535, 65535, 65535, 65535, 175, 65535, 65535, 676, 1176, 65535, 1291, 65535, 65535,
    1632, 65535, 65535, 65535, 660, 2103, 1286, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 997, 65535, 41, 1255, 885, 65535, 65535, 65535, 65535, 884, 65535, 1146, 65535,
    65535, 828, 636, 65535, 65535, 65535, 65535, 65535, 1116, 65535, 65535, 1109, 65535, 65535,
    65535, 312, 65535, 1245, 1547, 65535, 65535, 1695, 2019, 1153, 936, 65535, 1103, 65535,
    65535, 1305, 65535, 65535, 969, 65535, 1614, 1920, 1901, 65535, 65535, 1579, 65535, 427,
    65535, 1959, 1960, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 376,
    1285, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 822, 65535, 65535, 65535,
    1107, 1274, 65535, 65535, 65535, 625, 1617, 65535, 435, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 306, 65535, 65535, 65535, 65535, 2009, 65535, 60, 1090,
    909, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1249, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 299, 65535, 65535, 65535, 967, 65535, 65535, 65535, 65535, 65535, 642,
    65535, 65535, 78, 65535, 928, 65535, 65535, 65535, 65535, 1408, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 256, 65535, 72, 671, 65535, 65535, 65535, 2048, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1512, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1961, 65535, 65535,
    65535, 65535, 65535, 65535, 1297, 65535, 65535, 1106, 1130, 1636, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 3, 65535, 65535, 1195, 65535, 65535, 1832,
    65535, 65535, 65535, 65535, 352, 1440, 1141, 1377, 65535, 65535, 65535, 983, 1358, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 2121,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 1186, 65535, 65535, 1551, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 399, 1843, 1938, 65535, 65535, 128, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    515, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 1475, 65535, 65535, 370, 65535,
    65535, 65535, 65535, 65535,
};

}  // namespace khabar
