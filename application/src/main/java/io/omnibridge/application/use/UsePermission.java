package io.omnibridge.application.use;

import io.omnibridge.application.credentials.OpenedAccount;
import io.omnibridge.application.limit.CallLimiter;
import io.omnibridge.application.limit.CallPermit;
import io.omnibridge.application.port.ApiRead;
import io.omnibridge.application.port.ProviderApis;
import io.omnibridge.application.port.ReadMatch;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.use.Use;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseTarget;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The door: the only way from a request to a provider's API. A use is checked, refused if that can be decided here, written down
 * before any call leaves, and only then made. Thread-safe.
 */
public final class UsePermission {

    private final ProviderApis apis;
    private final UseChecks checks;
    private final CallLimiter calls;
    private final Receipts receipts;
    private final MakeCall makeCall;
    private final Clock clock;

    public UsePermission(
            ProviderApis apis, UseChecks checks, CallLimiter calls, Receipts receipts, MakeCall makeCall, Clock clock) {
        this.apis = Objects.requireNonNull(apis);
        this.checks = Objects.requireNonNull(checks);
        this.calls = Objects.requireNonNull(calls);
        this.receipts = Objects.requireNonNull(receipts);
        this.makeCall = Objects.requireNonNull(makeCall);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Reads from a provider's API with the permission of one of the caller's own accounts, if the caller may read data. The body of a
     * response has to be subscribed to, or cancelled.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not respond; unless it failed only after the call, no
     *     call left
     * @throws io.omnibridge.application.port.CredentialsUnreadable if the stored credentials do not open
     */
    public UseResult read(DataCaller caller, RequestedRead read) {
        try {
            return admitted(caller, read);
        } catch (RefusedUse e) {
            makeCall.events().refused(read.provider(), e.refusal());
            return new UseResult.Refused(e.refusal());
        }
    }

    private UseResult admitted(DataCaller caller, RequestedRead read) throws RefusedUse {
        Optional<OpenLease> lease = checks.lease().require(caller);
        AccountKey key = read.account(caller.caller().user());
        ApiRead found = found(apis.match(read.provider(), read.request()));
        List<UseTarget> targets = List.of(new UseTarget(key, found.source()));
        if (lease.isPresent()) {
            lease.get().requireAllowed(UseKind.API, targets);
        }
        OpenedAccount opened = checks.account().require(key);
        AccountCheck.requireScope(opened, found.scopes());
        checks.limits().requireNotReached(key, found.limitGroup());
        CallPermit permit =
                calls.tryEnter(key.owner(), key.provider()).orElseThrow(() -> new RefusedUse(new UseRefusal.Busy()));
        try {
            Use use = use(caller, read, targets);
            receipts.begin(use, lease.map(OpenLease::count));
            return makeCall.make(use, opened, found, permit);
        } catch (RefusedUse | RuntimeException | Error e) {
            permit.close();
            throw e;
        }
    }

    private static ApiRead found(ReadMatch match) throws RefusedUse {
        if (match instanceof ReadMatch.Found found) {
            return found.read();
        }
        if (match instanceof ReadMatch.NotARead notARead) {
            throw new RefusedUse(new UseRefusal.NotARead(notARead.detail()));
        }
        throw new RefusedUse(
                match instanceof ReadMatch.Invalid invalid
                        ? new UseRefusal.Invalid(invalid.detail())
                        : new UseRefusal.NotConfigured(false));
    }

    private Use use(DataCaller caller, RequestedRead read, List<UseTarget> targets) {
        return new Use(
                UseKind.API,
                read.via(),
                clock.instant(),
                caller.caller().user(),
                caller.caller().client(),
                caller.lease().map(it -> it.id()),
                targets,
                read.requestId());
    }
}
