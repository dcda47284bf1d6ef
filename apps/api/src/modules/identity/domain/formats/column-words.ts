/** What a table of people can say, in the words of the house. */
export type PersonField =
  | 'id'
  | 'email'
  | 'phone'
  | 'fullName'
  | 'givenName'
  | 'familyName'
  | 'jobTitle'
  | 'company'
  | 'street'
  | 'city'
  | 'region'
  | 'postcode'
  | 'country'
  | 'language'
  | 'birthDate'
  | 'website'
  | 'owner'
  | 'lifecycle'
  | 'tags'
  | 'linkedin'
  | 'twitter'
  | 'facebook'
  | 'instagram'
  | 'changedAt'
  | 'delete';

/** How tables in English, French, Italian and Romanian call it (compared by `plainName`: no case, accents or spaces). */
export const columnWords: Record<PersonField, readonly string[]> = {
  id: 'id,customer id,customer number,customer no,client id,contact id,person id,external id,user id,member id,numero client,no client,identifiant,id client,codice cliente,id cliente,numar client,cod client'.split(
    ',',
  ),
  email:
    'email,e-mail,mail,email address,e-mail address,adresse email,adresse e-mail,courriel,indirizzo email,posta elettronica,adresa email,adresa de email,primary email,work email'.split(
      ',',
    ),
  phone:
    'phone,phone number,telephone,tel,mobile,mobile phone,cell,cell phone,gsm,telephone mobile,portable,telefono,numero di telefono,cellulare,telefon,numar de telefon,mobil'.split(
      ',',
    ),
  fullName:
    'name,full name,customer,customer name,contact,contact name,client,nom complet,nom et prenom,nome completo,nome e cognome,nominativo,nume complet,nume si prenume'.split(
      ',',
    ),
  givenName: 'first name,firstname,given name,forename,prenom,nome,prenume'.split(','),
  familyName: 'last name,lastname,surname,family name,nom,nom de famille,cognome,nume,nume de familie'.split(
    ',',
  ),
  jobTitle:
    'job title,title,position,role,function,fonction,poste,ruolo,posizione,mansione,functie,post'.split(','),
  company:
    'company,company name,organisation,organization,account,employer,societe,entreprise,azienda,societa,ditta,companie,firma,societate'.split(
      ',',
    ),
  street:
    'street,address,address 1,address line 1,street address,adresse,rue,indirizzo,via,adresa,strada'.split(
      ',',
    ),
  city: 'city,town,ville,citta,comune,oras,localitate'.split(','),
  region: 'region,state,province,county,state/region,provincia,regione,judet'.split(','),
  postcode: 'postcode,postal code,zip,zip code,zipcode,code postal,cp,cap,codice postale,cod postal'.split(
    ',',
  ),
  country: 'country,country/region,pays,paese,nazione,tara'.split(','),
  language: 'language,locale,langue,lingua,limba'.split(','),
  birthDate:
    'birthday,birth date,birthdate,date of birth,dob,date de naissance,data di nascita,data nasterii'.split(
      ',',
    ),
  website: 'website,web site,url,site web,sito,sito web,site'.split(','),
  owner:
    'owner,account owner,contact owner,account manager,commercial,responsable,responsabile,proprietario,responsabil'.split(
      ',',
    ),
  lifecycle: 'lifecycle stage,stage,status,customer status,statut,stato,stare'.split(','),
  tags: 'tags,labels,etiquettes,etichette,etichete'.split(','),
  linkedin: 'linkedin,linkedin id,linkedin url,linkedin profile'.split(','),
  twitter: 'twitter,twitter id,twitter handle,x handle'.split(','),
  facebook: 'facebook,facebook id,facebook url'.split(','),
  instagram: 'instagram,instagram id,instagram handle'.split(','),
  changedAt:
    'updated at,modified at,last modified,last modified date,modified date,created at,created,create date,date de modification,date de creation,data modifica,data creazione,data modificarii,data crearii'.split(
      ',',
    ),
  delete:
    'to delete,delete,deleted,is deleted,supprime,a supprimer,eliminato,da eliminare,sters,de sters'.split(
      ',',
    ),
};
