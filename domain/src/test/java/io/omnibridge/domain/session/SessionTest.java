package io.omnibridge.domain.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("W6")
class SessionTest {

    private static final Instant BEGIN = Instant.parse("2026-11-28T08:00:00Z");

    private final Session session =
            new Session(new SessionId("0".repeat(32)), new UserId("alice"), Profile.NONE, BEGIN);

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T08:00:00Z, true",
        "2026-11-28T08:59:59.999Z, true",
        "2026-11-28T09:00:00Z, false",
        "2026-11-28T07:59:55Z, true",
        "2026-11-28T07:59:54.999Z, false"
    })
    void it_lives_for_an_hour_from_its_begin_on(Instant now, boolean isLive) {
        assertEquals(isLive, session.isLiveAt(now));
    }
}
