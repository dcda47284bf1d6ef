/**
 * Words with which people talk about anything, in the languages of the house: that an article has one is no evidence that it answers. (PostgreSQL's
 * own lists hold only the smallest of them.)
 */
export const chatter: Record<string, string> = {
  en: 'mean meaning means word words tell say said know think want need get give find look help please thanks thank hello life love time day today people company thing way write ask question answer much many good',
  it: 'significare significa significato senso parola parole dire dico sapere pensare volere vorrei bisogno trovare cercare cercate aiuto favore grazie buongiorno vita amore tempo giorno oggi gente azienda cosa modo scrivere chiedere domanda domande risposta tre fare come dove quando quale quali che fa posso puo',
  fr: 'signifier signifie sens mot mots dire savoir penser vouloir voudrais besoin trouver chercher aide plait merci bonjour vie amour temps jour aujourd gens entreprise chose facon ecrire demander question questions reponse trois faire fait quel quelle quels quelles est ou comment combien pourquoi quand puis peut',
  ro: 'insemna inseamna sens sensul cuvant cuvinte cuvintele spune spuneti sti crede vrea vreau nevoie gasi cauta ajutor rog multumesc buna viata vietii iubire timp vreme vremea zi azi oameni firma lucru fel scrie intreba intrebare intrebari raspuns trei face care este cum unde cand cat ce sunt la de mea meu un pot poate e o a in pe si nu cu',
};
