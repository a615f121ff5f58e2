package io.omnibridge.application.use;

import io.omnibridge.application.credentials.OpenedAccount;
import io.omnibridge.application.port.ApiRead;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.ProviderApis;
import io.omnibridge.application.port.ReadMatch;
import io.omnibridge.application.port.ReadResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Makes one read of a plan, whose use has its receipt, and collects the response. Thread-safe. */
public final class MakeRead {

    /** A larger response is no page of results, and no text. */
    static final int MAX_RESPONSE = 4 * 1024 * 1024;

    private final ProviderApis apis;
    private final CallApi callApi;
    private final UseChecks checks;
    private final UseEvents events;

    public MakeRead(ProviderApis apis, CallApi callApi, UseChecks checks, UseEvents events) {
        this.apis = Objects.requireNonNull(apis);
        this.callApi = Objects.requireNonNull(callApi);
        this.checks = Objects.requireNonNull(checks);
        this.events = Objects.requireNonNull(events);
    }

    /** Finds the listed read that a request of a plan is. */
    ReadMatch match(OpenedAccount opened, ApiRequest request) {
        return apis.match(opened.account().key().provider(), request);
    }

    /** Returns how long the limit goes on that a read counts against; empty if it is not reached, as far as that is known. */
    Optional<Duration> limitLeft(OpenedAccount opened, ReadMatch match) {
        return match instanceof ReadMatch.Found found ? limitLeft(opened, found.read()) : Optional.empty();
    }

    private Optional<Duration> limitLeft(OpenedAccount opened, ApiRead read) {
        return checks.limits().left(opened.account().key(), read.limitGroup());
    }

    /** A source's failure is its own: no exception of one read reaches the others. */
    ReadResult read(OpenedAccount opened, ReadMatch match, Deadline deadline) {
        try {
            return match instanceof ReadMatch.Found found
                    ? listed(opened, found.read(), deadline)
                    : unlisted(opened.account().key().provider(), match);
        } catch (CredentialsUnreadable e) {
            return failed(UseFailure.CREDENTIALS_UNREADABLE);
        } catch (StoreUnavailable e) {
            return failed(UseFailure.PROVIDER_UNAVAILABLE);
        }
    }

    /** The limit may have been reached while the read waited for its place. */
    private ReadResult listed(OpenedAccount opened, ApiRead read, Deadline deadline) {
        Optional<Duration> limited = limitLeft(opened, read);
        if (limited.isPresent()) {
            return new ReadResult.Failed(UseFailure.RATE_LIMITED, limited.get());
        }
        CallResult result = callApi.call(opened, read, deadline::left);
        if (result instanceof CallResult.Responded responded) {
            return collected(responded.response(), deadline);
        }
        CallResult.NoResponse noResponse = (CallResult.NoResponse) result;
        return new ReadResult.Failed(noResponse.reason(), noResponse.retryAfter());
    }

    private ReadResult unlisted(ProviderId provider, ReadMatch match) {
        if (match instanceof ReadMatch.NotARead notARead) {
            events.unlisted(provider, notARead.detail());
        } else if (match instanceof ReadMatch.Invalid invalid) {
            events.unlisted(provider, invalid.detail());
        }
        return failed(UseFailure.NOT_CONFIGURED);
    }

    private static ReadResult collected(ApiReadResult.Response response, Deadline deadline) {
        CollectedBody body = new CollectedBody(MAX_RESPONSE);
        response.body().subscribe(body);
        return body.await(response.status(), response.contentType(), deadline.left());
    }

    private static ReadResult failed(UseFailure reason) {
        return new ReadResult.Failed(reason, Duration.ZERO);
    }
}
