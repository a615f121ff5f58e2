package io.omnibridge.adapters.store.codec;

import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.connect.PinnedProvider;
import io.omnibridge.domain.connect.SealedAttempt;
import io.omnibridge.domain.identity.UserId;
import java.net.URI;
import java.util.Base64;

/** Connect attempt without its owner and its id as JSON. Times are in milliseconds. */
public final class AttemptCodec {

    private static final String REVISION = "revision";
    private static final String BEGUN_AT = "begunAt";
    private static final String EXPIRES_AT = "expiresAt";
    private static final String OAUTH_STATE = "oauthState";
    private static final String PROVIDER = "provider";
    private static final String ISSUER = "issuer";
    private static final String ISSUER_RETURNED = "issuerReturned";
    private static final String TOKEN_ENDPOINT = "tokenEndpoint";
    private static final String CLIENT_ID = "clientId";
    private static final String SCOPE = "scope";
    private static final String RETURN_TO = "returnTo";
    private static final String SECRETS = "secrets";

    private AttemptCodec() {}

    /** Returns the text of {@code attempt}. */
    public static String of(ConnectAttempt attempt) {
        PinnedProvider pinned = attempt.pinned();
        JsonText json = JsonText.versioned().put(REVISION, attempt.revision());
        AttemptStateJson.put(json, attempt.state());
        json.put(BEGUN_AT, attempt.begunAt().toEpochMilli())
                .put(EXPIRES_AT, attempt.expiresAt().toEpochMilli())
                .put(OAUTH_STATE, attempt.oauthState().sha256())
                .put(PROVIDER, attempt.provider().value());
        pinned.issuer().ifPresent(issuer -> json.put(ISSUER, issuer));
        json.put(ISSUER_RETURNED, pinned.issuerReturned())
                .put(TOKEN_ENDPOINT, pinned.tokenEndpoint().toString())
                .put(CLIENT_ID, pinned.clientId())
                .put(SCOPE, String.join(" ", attempt.scopes().values()));
        attempt.returnTo().ifPresent(uri -> json.put(RETURN_TO, uri.toString()));
        attempt.secrets()
                .ifPresent(secrets -> json.put(SECRETS, Base64.getEncoder().encodeToString(secrets.toBytes())));
        return json.toString();
    }

    /** Returns the one word that names the state of {@code attempt}, such as {@code PENDING}. */
    public static String state(ConnectAttempt attempt) {
        return AttemptStateJson.name(attempt.state());
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static ConnectAttempt parse(UserId owner, AttemptId id, String text) {
        JsonFields fields = JsonFields.read(text);
        AttemptState state = AttemptStateJson.read(fields);
        return fields.complete(new ConnectAttempt(
                id,
                owner,
                fields.number(REVISION),
                new ProviderId(fields.text(PROVIDER)),
                pinned(fields),
                Scopes.parse(fields.text(SCOPE)),
                fields.optionalText(RETURN_TO).map(URI::create),
                new HashedValue(fields.text(OAUTH_STATE)),
                fields.optionalText(SECRETS)
                        .map(secrets -> new SealedAttempt(Base64.getDecoder().decode(secrets))),
                state,
                fields.time(BEGUN_AT),
                fields.time(EXPIRES_AT)));
    }

    private static PinnedProvider pinned(JsonFields fields) {
        return new PinnedProvider(
                fields.optionalText(ISSUER),
                fields.flag(ISSUER_RETURNED),
                URI.create(fields.text(TOKEN_ENDPOINT)),
                fields.text(CLIENT_ID));
    }
}
