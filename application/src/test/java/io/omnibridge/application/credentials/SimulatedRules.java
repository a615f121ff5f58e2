package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.SimulatedProvider.RefusalForm;
import io.omnibridge.application.credentials.SimulatedProvider.Rules;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import io.omnibridge.domain.revocation.RevocationScope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Chooses a provider's rules. */
final class SimulatedRules {

    private static final List<RefreshTokenReuse> REUSES = List.of(RefreshTokenReuse.values());
    private static final List<RevocationScope> SCOPES = List.of(RevocationScope.values());
    private static final List<RefusalForm> FORMS = List.of(RefusalForm.values());

    private SimulatedRules() {}

    static Rules choose(Trouble trouble) {
        RefreshTokenReuse reuse = REUSES.get(trouble.roll(REUSES.size()));
        long grace = reuse == RefreshTokenReuse.KILLS_FAMILY && trouble.chance(50) ? 40_000 : 0;
        RevocationScope scope = SCOPES.get(trouble.roll(SCOPES.size()));
        RefusalForm refusal = trouble.chance(50) ? RefusalForm.INVALID_GRANT : FORMS.get(trouble.roll(FORMS.size()));
        boolean isLifeAnnounced = trouble.chance(50);
        Optional<Duration> idleLife = Optional.of(
                        Duration.ofDays(isLifeAnnounced ? 3 + trouble.roll(5) : 10 + trouble.roll(18)))
                .filter(life -> trouble.chance(50));
        return new Rules(reuse, grace, scope, refusal, idleLife, isLifeAnnounced);
    }
}
