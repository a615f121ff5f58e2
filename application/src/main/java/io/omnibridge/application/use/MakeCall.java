package io.omnibridge.application.use;

import io.omnibridge.application.credentials.OpenedAccount;
import io.omnibridge.application.limit.CallPermit;
import io.omnibridge.application.port.ApiRead;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.use.Use;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Makes the call of a use that has its receipt, and appends that it failed if nothing was received. Thread-safe. */
public final class MakeCall {

    /** How long a caller waits for a refresh, and then for the beginning of a response, unless the adapter's own limit is shorter. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private final CallApi callApi;
    private final Receipts receipts;
    private final UseEvents events;

    public MakeCall(CallApi callApi, Receipts receipts, UseEvents events) {
        this.callApi = Objects.requireNonNull(callApi);
        this.receipts = Objects.requireNonNull(receipts);
        this.events = Objects.requireNonNull(events);
    }

    UseEvents events() {
        return events;
    }

    /** @param permit is closed when the body has ended, or before this returns if there is none */
    UseResult make(Use use, OpenedAccount opened, ApiRead read, CallPermit permit) {
        UseResult result = unlessItThrows(use, opened, read);
        if (result instanceof UseResult.Responded responded) {
            ApiReadResult.Response response = responded.response();
            events.ended(use, Optional.empty());
            return new UseResult.Responded(new ApiReadResult.Response(
                    response.status(), response.headers(), CountedBody.of(response.body(), permit::close)));
        }
        permit.close();
        return result;
    }

    private UseResult unlessItThrows(Use use, OpenedAccount opened, ApiRead read) {
        try {
            return call(use, opened, read);
        } catch (CredentialsUnreadable e) {
            fail(use, UseFailure.CREDENTIALS_UNREADABLE);
            throw e;
        } catch (StoreUnavailable e) {
            fail(use, UseFailure.PROVIDER_UNAVAILABLE);
            throw e;
        } catch (RuntimeException | Error e) {
            fail(use, UseFailure.INTERNAL_ERROR);
            throw e;
        }
    }

    private UseResult call(Use use, OpenedAccount opened, ApiRead read) {
        CallResult result = callApi.call(opened, read, () -> MAX_WAIT);
        if (result instanceof CallResult.Responded responded) {
            return new UseResult.Responded(responded.response());
        }
        CallResult.NoResponse noResponse = (CallResult.NoResponse) result;
        fail(use, noResponse.reason());
        return noResponse
                .refusal()
                .<UseResult>map(UseResult.Refused::new)
                .orElseGet(() -> new UseResult.Failed(noResponse.reason(), noResponse.retryAfter()));
    }

    private void fail(Use use, UseFailure reason) {
        receipts.fail(use, reason);
        events.ended(use, Optional.of(reason));
    }
}
