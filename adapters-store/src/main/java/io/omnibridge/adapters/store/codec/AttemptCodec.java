package io.omnibridge.adapters.store.codec;

import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.connect.PinnedProvider;
import io.omnibridge.domain.connect.SealedAttempt;
import io.omnibridge.domain.identity.UserId;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * An attempt as durable stores keep it, but for its owner and its id: lines, none of which can have a line break. It is read
 * whole or not at all. Times are in milliseconds.
 */
public final class AttemptCodec {

    private static final String FORMAT = "1";
    private static final int LINES = 14;

    private AttemptCodec() {}

    /**
     * The text of {@code attempt}.
     *
     * @throws IllegalArgumentException if what the provider is pinned to has a line break
     */
    public static String of(ConnectAttempt attempt) {
        PinnedProvider pinned = attempt.pinned();
        String text = String.join(
                "\n",
                FORMAT,
                Long.toString(attempt.revision()),
                AttemptStateCodec.of(attempt.state()),
                Words.time(attempt.begunAt()),
                Words.time(attempt.expiresAt()),
                attempt.oauthState().sha256(),
                attempt.provider().value(),
                pinned.issuer().orElse(""),
                Boolean.toString(pinned.issuerReturned()),
                pinned.tokenEndpoint().toString(),
                pinned.clientId(),
                String.join(" ", attempt.scopes().values()),
                attempt.returnTo().map(URI::toString).orElse(""),
                attempt.secrets().map(AttemptCodec::base64).orElse(""));
        if (lines(text).size() != LINES) {
            throw new IllegalArgumentException("an attempt cannot have a line break");
        }
        return text;
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws IllegalArgumentException if it is nothing of the kind
     */
    public static ConnectAttempt parse(UserId owner, AttemptId id, String text) {
        List<String> lines = lines(text);
        if (lines.size() != LINES || !lines.get(0).equals(FORMAT)) {
            throw new IllegalArgumentException("of another format");
        }
        return new ConnectAttempt(
                id,
                owner,
                Long.parseLong(lines.get(1)),
                new ProviderId(lines.get(6)),
                pinned(lines),
                Scopes.parse(lines.get(11)),
                optional(lines.get(12)).map(URI::create),
                new HashedValue(lines.get(5)),
                optional(lines.get(13)).map(AttemptCodec::sealed),
                AttemptStateCodec.parse(lines.get(2)),
                time(lines.get(3)),
                time(lines.get(4)));
    }

    private static PinnedProvider pinned(List<String> lines) {
        return new PinnedProvider(
                optional(lines.get(7)), Boolean.parseBoolean(lines.get(8)), URI.create(lines.get(9)), lines.get(10));
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    private static Optional<String> optional(String line) {
        return Optional.of(line).filter(text -> !text.isEmpty());
    }

    private static Instant time(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }

    private static String base64(SealedAttempt sealed) {
        return Base64.getEncoder().encodeToString(sealed.toBytes());
    }

    private static SealedAttempt sealed(String base64) {
        return new SealedAttempt(Base64.getDecoder().decode(base64));
    }
}
