package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.SimulatedProvider.Token;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.RevocationSealer;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import io.omnibridge.domain.revocation.RevocableToken;
import io.omnibridge.domain.revocation.SealedToken;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sealers whose sealed bytes are a number. Credentials open only for the version that they were sealed for. */
public final class SimulatedGrants implements CredentialSealer, RevocationSealer {

    private static final Optional<TokenOrigin> ORIGIN =
            Optional.of(new TokenOrigin("client", URI.create("https://provider.example")));

    private record Sealed(AccountVersion version, Grant grant) {}

    private final List<Sealed> sealed = new ArrayList<>();
    private final List<RevocableToken> tokens = new ArrayList<>();

    /** Returns a grant with {@code token} whose access token expires at {@code expiry}. */
    static Grant grant(Token token, Instant expiry) {
        String id = Integer.toString(token.id);
        Credentials credentials = new Credentials(
                new Secret("a" + id),
                Optional.of(expiry),
                Optional.of(new Secret(id)),
                token.expiresAt.map(Instant::ofEpochMilli));
        return new Grant(credentials, Scopes.none(), ORIGIN);
    }

    /** Returns a grant without a refresh token: a second consent that brought none. */
    static Grant withoutRefreshToken(Token token, Instant expiry) {
        Credentials credentials =
                new Credentials(new Secret("a" + token.id), Optional.of(expiry), Optional.empty(), Optional.empty());
        return new Grant(credentials, Scopes.none(), ORIGIN);
    }

    /** Returns the id of the refresh token of {@code account}, or of its access token if it has no refresh token. */
    int tokenId(Account account) {
        Credentials credentials = open(account).credentials();
        return idOf(credentials.refreshToken().orElse(credentials.accessToken()));
    }

    static int idOf(Secret token) {
        String text = token.reveal();
        return Integer.parseInt(text.startsWith("a") ? text.substring(1) : text);
    }

    @Override
    public SealedCredentials seal(AccountKey key, AccountVersion version, Grant grant) {
        sealed.add(new Sealed(version, grant));
        return new SealedCredentials(
                ByteBuffer.allocate(5).put((byte) 1).putInt(sealed.size() - 1).array());
    }

    @Override
    public Grant open(Account account) {
        Sealed opened =
                sealed.get(ByteBuffer.wrap(account.credentials().toBytes()).getInt(1));
        if (!opened.version().equals(account.version())) {
            throw new IllegalStateException("sealed for another version");
        }
        return opened.grant();
    }

    @Override
    public SealedToken seal(PendingRevocationId id, AccountKey account, RevocableToken token) {
        tokens.add(token);
        return new SealedToken(ByteBuffer.allocate(4).putInt(tokens.size() - 1).array());
    }

    @Override
    public RevocableToken open(PendingRevocation pendingRevocation) {
        return tokens.get(ByteBuffer.wrap(pendingRevocation.sealed().toBytes()).getInt());
    }
}
