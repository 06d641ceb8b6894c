"""Words of questions that say nothing of what they are about, in three languages. Knows nothing of documents."""

from collections.abc import Mapping

from server.answering.answer import Language

_STOP: dict[Language, str] = {
    "fi": (
        "mikä mitä mitkä minkä missä mistä mihin millä miltä mille millainen millaisia millaiset millaista"
        " minkälainen minkälaisia milloin miten miksi"
        " montako paljonko kuinka kuka ketkä kenen kenelle ketä keitä kumpi kumman onko ovatko oliko olivatko saako"
        " sai saivat saa saada saavat kertyi kertyivät kertyy ja tai vai on"
        " ovat oli olivat olla ole ollut olleet ei eivät entä kerro luettele listaa näytä anna vuonna vuoden"
        " vuosina vuosi vuotta monta monen moneen moni paljon"
        " eniten vähiten se ne niistä siitä sen niiden tämä nämä tämän näiden että joka jotka jos myös sekä"
        " mukaan mukaisesti aikana yhteensä kun kuten"
        " voi voivat voiko pitää tulee tehdään tehtiin tehty asti käytännössä tarkoittaa tarkoitetaan koskee"
        " liittyy liittyvät tekee tekevät teki tekivät mennessä alkaen lähtien kanssa"
        " koostuu koostuvat"
        " hän he minä me te sinä hallitus tällä hetkellä nyt tilanne taho tahot kaikki jokainen joku mukana"
        " kohti välillä asiakirja asiakirjan asiakirjassa asiakirjat"
        " antaa antoi annetaan aikaväli aikavälillä ajanjakso ajanjaksolla asiat asioita"
        " mones monesko kauan nimeltään nimi aiotaan aikoo haluaa tarvitaan esimerkiksi itse vielä enää juuri"
        " noin usein suuri suuruinen minne lisää mitkään ensimmäinen"
        " voivatko saavatko voidaanko saadaanko pitääkö täytyykö tarvitseeko pitkäksi ajaksi"
        " pidettiin pidetään järjestettiin järjestetään kokoontui kokoontuu pyrkii pyritään tapahtui tapahtuu vastaa"
    ),
    "sv": (
        "vad vilken vilket vilka vem vems var vart varifrån när hur varför mycket många och eller är har hade"
        " fick får av till från för med på under om att"
        " det den de dem dessa detta som inte också i en ett ut upp in sin sitt sina sig deras dess lista räkna"
        " visa berätta ge mig man kan ska skall skulle"
        " finns fanns blev blir bli vara varit mest minst mer mindre än total totalt år året enligt vid genom"
        " består hos sedan inom mellan kring mot dokumentet"
        " dokumenten säger sägs göra gör görs ha dag nu just stor stort hög lång länge"
        " ofta ske sker händer efter går hölls hålls ordnades ordnas samt där då vill avses menas innebär betyder"
        " fattas fattar fattade gäller skedde skett"
    ),
    "en": (
        "what which who whom whose where when why how much many and or is are was were be been being has have"
        " had did does do get got gets receive received"
        " of to from for in on with at by about the a an it its they their them these those this that than then"
        " there not also list show tell give me i you"
        " can could should would will may must most least more less total year years as into over under"
        " according document documents say says mean means"
        " kind any some all each during long large high big old does now currently between so if up out name"
        " happen happens happened after"
        " consist consists often per stand called takes take place make made held hold enter new"
    ),
}
STOP_WORDS: Mapping[Language, frozenset[str]] = {code: frozenset(words.split()) for code, words in _STOP.items()}
"""The words in lower case, by language."""
