import type { CSSProperties, ReactNode } from 'react'

const police = '"Segoe UI", "Source Sans 3", system-ui, sans-serif'

// Mail readers ignore style sheets: everything is on the elements, in the colours of the portal.
const texte: CSSProperties = { margin: '0 0 16px', fontSize: 17, lineHeight: 1.5, color: '#152238' }
const discret: CSSProperties = { ...texte, margin: '0 0 8px', fontSize: 15, color: '#465066' }

export function Cadre({ titre, adresse, children }: { titre: string; adresse: string; children: ReactNode }) {
  return (
    <html lang="fr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{titre}</title>
      </head>
      <body style={{ margin: 0, padding: 0, background: '#ffffff', fontFamily: police }}>
        <main>
          <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
            <tbody>
              <tr>
                <td style={{ borderTop: '4px solid #0c419a', padding: '20px 24px 0' }}>
                  <div style={{ maxWidth: 600 }}>
                    <p style={{ ...texte, margin: '0 0 28px', fontSize: 19, color: '#0a2757' }}>
                      Espace <strong>Partenaires</strong>
                    </p>
                    {children}
                  </div>
                </td>
              </tr>
              <tr>
                <td style={{ padding: '12px 24px 24px' }}>
                  <div style={{ maxWidth: 600, borderTop: '1px solid #ddd7cb', paddingTop: 16 }}>
                    <p style={discret}>
                      Ce courriel est envoyé automatiquement par l’Espace Partenaires ({adresse}). Les réponses ne sont
                      pas lues.
                    </p>
                  </div>
                </td>
              </tr>
            </tbody>
          </table>
        </main>
      </body>
    </html>
  )
}

export function Titre({ children }: { children: ReactNode }) {
  return (
    <h1 style={{ margin: '0 0 16px', fontSize: 25, lineHeight: 1.2, fontWeight: 700, color: '#152238' }}>{children}</h1>
  )
}

export function Texte({ children }: { children: ReactNode }) {
  return <p style={texte}>{children}</p>
}

export function Discret({ children }: { children: ReactNode }) {
  return <p style={discret}>{children}</p>
}

export function Bouton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p style={{ margin: '0 0 20px' }}>
      <a
        href={href}
        style={{
          display: 'inline-block',
          padding: '12px 20px',
          borderRadius: 6,
          background: '#0c419a',
          color: '#ffffff',
          fontSize: 17,
          fontWeight: 600,
          textDecoration: 'none',
        }}
      >
        {children}
      </a>
    </p>
  )
}
