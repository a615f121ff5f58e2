package io.omnibridge.adapters.http.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.omnibridge.adapters.http.json.MalformedJson;
import io.omnibridge.adapters.http.jwt.KeysUnavailable;
import io.omnibridge.adapters.http.page.Html;
import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.problem.ProblemWriter;
import io.omnibridge.adapters.http.server.Attributes;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.ProviderUnavailable;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.audit.RequestId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Maps everything that can be thrown to a problem: the one place where faults become answers. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** Enough to find the place; a stack that overflowed has a thousand. */
    private static final int MAX_FRAMES = 30;

    private Problems() {}

    /** Declares the mapping. */
    public static void declare(RoutesConfig config) {
        config.exception(ProblemException.class, (e, context) -> answer(context, e.problem()));
        config.exception(
                MalformedJson.class,
                (e, context) -> answer(context, new Problem(ProblemCode.INVALID_REQUEST, e.getMessage())));
        config.exception(StoreUnavailable.class, (e, context) -> {
            LOG.warn("store unavailable: {}", e.getMessage());
            answer(context, Problem.passing(ProblemCode.STORE_UNAVAILABLE, "The store did not answer in time."));
        });
        config.exception(
                KeysUnavailable.class,
                (e, context) -> answer(
                        context,
                        Problem.passing(
                                ProblemCode.KEYS_UNAVAILABLE, "The issuer's keys cannot be had at the moment.")));
        config.exception(ProviderUnavailable.class, (e, context) -> {
            LOG.warn("provider unavailable: {}", e.getMessage());
            answer(
                    context,
                    Problem.passing(
                            ProblemCode.PROVIDER_UNAVAILABLE, "The provider did not answer; try again in a while."));
        });
        config.exception(CredentialsUnreadable.class, (e, context) -> {
            LOG.error("{}", e.getMessage());
            answer(context, unreadable());
        });
        config.exception(MethodNotAllowedResponse.class, (e, context) -> answer(context, methodNotAllowed(e)));
        config.exception(HttpResponseException.class, (e, context) -> answer(context, ofServer(e.getStatus())));
        config.exception(Exception.class, (e, context) -> answer(context, fault(e)));
    }

    /** Answers with a fault where there is nothing but the response, as with an {@link Error}. */
    public static void answerFault(HttpServletResponse response, Throwable e) {
        Problem problem = fault(e);
        RequestId requestId = new RequestId(response.getHeader(Attributes.REQUEST_ID_HEADER));
        boolean asPage = Pages.areWanted(response);
        response.setStatus(problem.code().status());
        response.setContentType(asPage ? Html.CONTENT_TYPE : ProblemWriter.CONTENT_TYPE);
        try {
            response.getOutputStream()
                    .write(
                            asPage
                                    ? Html.toBytes(Pages.of(problem, requestId))
                                    : ProblemWriter.toBytes(problem, requestId.value()));
        } catch (IOException closed) {
            LOG.debug("nobody is left to answer");
        }
    }

    /** The answer to something that nobody foresaw. What it says goes nowhere: it may have anything in it. */
    static Problem fault(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        LOG.error(
                "unexpected {} at {}",
                e.getClass().getName(),
                Arrays.asList(trace).subList(0, Math.min(trace.length, MAX_FRAMES)));
        return new Problem(ProblemCode.INTERNAL_ERROR, "Something went wrong on this side.");
    }

    private static void answer(Context context, Problem problem) {
        problem.headers().forEach(context::header);
        if (Pages.areWanted(context.res())) {
            Pages.answer(context, problem.code().status(), Pages.of(problem, RequestContext.requestId(context)));
            return;
        }
        byte[] body =
                ProblemWriter.toBytes(problem, RequestContext.requestId(context).value());
        context.status(problem.code().status()).contentType(ProblemWriter.CONTENT_TYPE);
        RequestContext.write(context, List.of(body).iterator());
    }

    private static Problem unreadable() {
        return new Problem(
                ProblemCode.CREDENTIALS_UNREADABLE,
                "What is stored here does not open with the keys of this service; whoever runs it has to see to that.");
    }

    private static Problem methodNotAllowed(MethodNotAllowedResponse e) {
        String allow = Arrays.stream(
                        e.getDetails().getOrDefault("availableMethods", "").split(", ", -1))
                .sorted()
                .collect(Collectors.joining(", "));
        return new Problem(ProblemCode.METHOD_NOT_ALLOWED, "This resource knows only " + allow + ".")
                .withHeader("Allow", allow);
    }

    private static Problem ofServer(int status) {
        ProblemCode code = ProblemCode.ofStatus(status);
        return new Problem(
                code, code == ProblemCode.NOT_FOUND ? "There is nothing here." : "The request cannot be answered.");
    }
}
