import { Section } from '@/app/styleguide/section'
import { StatutDemande } from '@/components/ui/badge-statut'
import { Bouton } from '@/components/ui/bouton'
import { Chronologie, ChronologieCompacte } from '@/components/ui/chronologie'
import { Echeance } from '@/components/ui/echeance'
import { Encart } from '@/components/ui/encart'
import { EtatVide } from '@/components/ui/etat-vide'
import { FiltreListe, FiltreRecherche } from '@/components/ui/filtres'
import { Initiales } from '@/components/ui/initiales'
import { ListeActions } from '@/components/ui/liste-actions'
import { Onglets } from '@/components/ui/onglets'
import { Pagination } from '@/components/ui/pagination'
import { PairesNote, Resume } from '@/components/ui/resume'
import { EnteteTri, Tableau, ZoneDefilante } from '@/components/ui/tableau'

export function Listes() {
  return (
    <>
      <Section titre="Vues et filtres">
        <Onglets
          nom="Vues de la file"
          onglets={[
            { href: '#v1', libelle: 'À prendre', compte: 41 },
            { href: '#v2', libelle: 'Ma semaine', compte: 27, courant: true },
            { href: '#v3', libelle: 'En retard', compte: 2, chaud: true },
            { href: '#v4', libelle: 'En attente du partenaire', compte: 37 },
          ]}
        />
        <form className="mt-4 flex flex-wrap gap-3">
          <FiltreRecherche nom="q" libelle="Nom, référence ou motif" />
          <FiltreListe
            nom="statut"
            libelle="Statut"
            options={[
              { valeur: 'recentes', libelle: 'Ouvertes et récentes' },
              { valeur: 'traitees', libelle: 'Traitées' },
            ]}
          />
        </form>
      </Section>
      <Section titre="Tableau">
        <ZoneDefilante nom="Exemple de tableau">
          <Tableau legende="Demandes du CCAS de Vaucreux">
            <thead>
              <tr>
                <th scope="col">Personne</th>
                <th scope="col">Motif</th>
                <th scope="col">Statut</th>
                <EnteteTri libelle="Échéance" href="#tri" sens="croissant" />
                <th scope="col">Référence</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">
                  <a href="#d1">Gülsen Aktaş</a>
                </th>
                <td>C2S, renouvellement</td>
                <td>
                  <StatutDemande etat="prise_en_charge" cote="partenaire" />
                </td>
                <td>
                  <Echeance mots="en retard de 2 jours" ton="retard" />
                </td>
                <td className="reference font-normal">26-004502</td>
              </tr>
              <tr>
                <th scope="row">
                  <a href="#d2">Éloïse Brisset</a>
                </th>
                <td>Dossier complexe, rupture de droits</td>
                <td>
                  <StatutDemande etat="attente_complement" cote="partenaire" />
                </td>
                <td>
                  <Echeance mots="réponse avant le 27 mars" ton="loin" />
                </td>
                <td className="reference font-normal">26-004655</td>
              </tr>
              <tr>
                <th scope="row">
                  <a href="#d3">Zoé Chrétien-Faÿ</a>
                </th>
                <td>Situation d’urgence</td>
                <td>
                  <StatutDemande etat="transmise" cote="partenaire" />
                </td>
                <td>
                  <Echeance mots="demain" ton="bientot" />
                </td>
                <td className="reference font-normal">26-004610</td>
              </tr>
            </tbody>
          </Tableau>
        </ZoneDefilante>
        <Pagination
          suivante={{ href: '#suite', libelle: 'Voir les 50 demandes suivantes' }}
          precedente={{ href: '#debut', libelle: 'Revenir au début' }}
        />
      </Section>
      <Section titre="Listes">
        <div className="grid gap-8 bureau:grid-cols-2">
          <div>
            <h3>Faire une demande</h3>
            <ListeActions
              regle
              className="mt-2"
              liens={[
                { href: '#s1', libelle: 'Faire étudier un dossier' },
                { href: '#s2', libelle: 'Signaler une difficulté d’accès aux droits ou aux soins' },
                { href: '#s3', libelle: 'Suspendre le partenaire', danger: true },
              ]}
            />
          </div>
          <div className="flex flex-col gap-5">
            <PairesNote
              titre="Votre demande"
              paires={[
                { cle: 'Organisme', valeur: 'CPAM des Deux-Vallées' },
                { cle: 'Motif', valeur: 'C2S, première demande' },
              ]}
            />
            <p className="flex items-center gap-3 text-15">
              <Initiales nom="Maëlle Le Gall-Fournier" /> <Initiales nom="Félix Aubertin" caisse /> Initiales
            </p>
          </div>
        </div>
        <div className="mt-6 max-w-180">
          <Resume
            titre="La personne"
            modifier="#personne"
            lignes={[
              { cle: 'Identité', valeur: 'Mme Rosalie Vasseur, nom d’usage N’Diaye' },
              { cle: 'Née le', valeur: '14 juillet 1987' },
            ]}
          />
        </div>
      </Section>
      <Section titre="Chronologies">
        <div className="grid gap-8 bureau:grid-cols-[2fr_1fr]">
          <Chronologie
            etapes={[
              { cle: 'a', etat: 'passe', date: '3 février 2025', titre: 'Signée par les trois parties' },
              {
                cle: 'b',
                etat: 'present',
                fort: true,
                date: 'aujourd’hui, 14 h 21',
                titre: 'La caisse a reçu la demande',
                detail: 'L’accusé de réception porte la date et l’heure.',
              },
              { cle: 'c', etat: 'aujourdhui', fort: true, date: '12 mars 2026', titre: 'Aujourd’hui' },
              {
                cle: 'd',
                etat: 'perte',
                fort: true,
                date: '31 mars 2026',
                titre: 'Fin de l’accès à la CPAM du Haut-Morvelle',
                detail: '7 demandes encore ouvertes là-bas.',
              },
              {
                cle: 'e',
                etat: 'futur',
                date: 'd’ici au 11 avril',
                titre: 'La caisse répond, au plus tard le samedi 11 avril 2026',
              },
            ]}
          />
          <ChronologieCompacte
            evenements={[
              { cle: 'a', fort: true, titre: 'Nouveau message du partenaire', detail: 'aujourd’hui à 11 h 26' },
              { cle: 'b', titre: 'Note interne', detail: 'Inès Haddad-Crouzet, 10 mars à 11 h 05' },
              { cle: 'c', fort: true, titre: 'Prise en charge', detail: 'vous, 10 mars à 9 h 31' },
            ]}
          />
        </div>
      </Section>
      <Section titre="Encart, état vide">
        <div className="grid items-start gap-8 bureau:grid-cols-2">
          <Encart id="encart" titre="Que se passera-t-il le…">
            <p className="text-15">Un outil qui répond. Un seul par page.</p>
          </Encart>
          <EtatVide
            titre="Aucune demande traitée ne correspond à « Péronne »"
            action={<Bouton aspect="secondaire">Chercher dans tout l’historique</Bouton>}
          >
            <p>Les demandes closes ne disparaissent pas.</p>
          </EtatVide>
        </div>
      </Section>
    </>
  )
}
