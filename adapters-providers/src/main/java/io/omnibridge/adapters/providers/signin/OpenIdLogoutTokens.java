package io.omnibridge.adapters.providers.signin;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.oauth.InvalidIdToken;
import io.omnibridge.adapters.providers.oauth.InvalidProviderResponse;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.application.port.LogoutTokens;
import io.omnibridge.application.port.ProviderUnavailable;
import io.omnibridge.application.port.SignOutNotice;
import io.omnibridge.domain.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies the logout tokens of the issuer. A token has to name the user ({@code sub}); it cannot end one session alone. Thread-safe. */
public final class OpenIdLogoutTokens implements LogoutTokens {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdLogoutTokens.class);

    /** Maximum length of a token's id, in characters: the issuer chooses the ids, and they are kept for minutes. */
    private static final int MAX_ID_LENGTH = 255;

    /** How long a token's id is kept: longer than a token is accepted, also where clocks differ. */
    private static final Duration RETENTION = Duration.ofMinutes(10);

    private static final Duration WARNING_PERIOD = Duration.ofMinutes(1);

    /** In seconds since 1970. */
    private final AtomicLong lastWarning = new AtomicLong();

    private final IssuerClient client;

    /** @param client of an issuer whose {@code sub} is the user id */
    public OpenIdLogoutTokens(IssuerClient client) {
        this.client = client;
    }

    @Override
    public Optional<SignOutNotice> verify(String logoutToken) {
        try {
            return notice(client.logoutClaims(logoutToken));
        } catch (InvalidIdToken e) {
            warn("logout token refused", e.getMessage());
            return Optional.empty();
        } catch (RequestFailed | InvalidProviderResponse e) {
            warn("logout token not verified", e.getMessage());
            throw new ProviderUnavailable("issuer of the sign-in: " + e.getMessage());
        }
    }

    private Optional<SignOutNotice> notice(JsonNode claims) {
        Optional<UserId> user = new UserClaims(claims).user(IssuerSettings.SUBJECT);
        Optional<String> id = Optional.of(claims.path("jti"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(it -> !it.isEmpty() && it.length() <= MAX_ID_LENGTH);
        if (user.isEmpty() || id.isEmpty()) {
            warn("logout token refused", "it names no user (sub), or has no id (jti)");
        }
        return user.flatMap(it -> id.map(jti -> new SignOutNotice(it, jti, expiry(claims))));
    }

    /** Logs one token a minute: any client can send tokens. */
    private void warn(String event, @Nullable String reason) {
        long last = lastWarning.get();
        long now = client.now().getEpochSecond();
        if (now - last >= WARNING_PERIOD.toSeconds() && lastWarning.compareAndSet(last, now)) {
            LOG.warn("{}: {}", event, reason);
        }
    }

    private static Instant expiry(JsonNode claims) {
        return Instant.ofEpochSecond(claims.path("iat").longValue()).plus(RETENTION);
    }
}
