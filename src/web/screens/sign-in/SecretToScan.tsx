import styles from './sign-in.module.css'

/** The secret for an authenticator app: to scan, or to type in. */
export const SecretToScan = ({
  offer,
}: {
  readonly offer: { readonly secret: string; readonly picture: string } | undefined
}) => (
  <div className={styles.code}>
    {offer ? <img src={offer.picture} alt="The secret as a QR code" /> : <span />}
    <span>
      <span className={styles.quiet}>No camera? Type this in:</span>
      <br />
      <code data-testid="secret">{offer?.secret}</code>
    </span>
  </div>
)
