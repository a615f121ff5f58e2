package io.omnibridge.adapters.http.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.omnibridge.adapters.http.json.MalformedJson;
import io.omnibridge.adapters.http.jwt.KeysUnavailable;
import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.problem.ProblemWriter;
import io.omnibridge.application.port.StoreUnavailable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Maps everything that can be thrown to a problem: the one place where faults become answers. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    /** Declares the mapping. */
    public static void declare(RoutesConfig config) {
        config.exception(ProblemException.class, (e, context) -> answer(context, e.problem()));
        config.exception(
                MalformedJson.class,
                (e, context) -> answer(context, new Problem(ProblemCode.INVALID_REQUEST, e.getMessage())));
        config.exception(StoreUnavailable.class, (e, context) -> {
            LOG.warn("store unavailable: {}", e.getMessage());
            answer(context, unavailable(ProblemCode.STORE_UNAVAILABLE, "The store did not answer in time."));
        });
        config.exception(
                KeysUnavailable.class,
                (e, context) -> answer(
                        context,
                        unavailable(ProblemCode.KEYS_UNAVAILABLE, "The issuer's keys cannot be had at the moment.")));
        config.exception(MethodNotAllowedResponse.class, (e, context) -> answer(context, methodNotAllowed(e)));
        config.exception(HttpResponseException.class, (e, context) -> answer(context, ofServer(e.getStatus())));
        config.exception(Exception.class, (e, context) -> answer(context, fault(e)));
    }

    /** Answers an {@link Error}, which never comes to the mapping above. */
    public static void answerError(HttpServletResponse response, Error error) {
        Problem problem = fault(error);
        response.setStatus(problem.code().status());
        response.setContentType(ProblemWriter.CONTENT_TYPE);
        try {
            response.getOutputStream().write(ProblemWriter.toBytes(problem, response.getHeader("X-Request-Id")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer to something that nobody foresaw. What it says goes nowhere: it may have anything in it. */
    private static Problem fault(Throwable e) {
        LOG.error("unexpected {} at {}", e.getClass().getName(), Arrays.toString(e.getStackTrace()));
        return new Problem(ProblemCode.INTERNAL_ERROR, "Something went wrong on this side.");
    }

    private static void answer(Context context, Problem problem) {
        problem.headers().forEach(context::header);
        byte[] body = ProblemWriter.toBytes(problem, Exchange.requestId(context).value());
        context.status(problem.code().status())
                .contentType(ProblemWriter.CONTENT_TYPE)
                .result(body);
    }

    private static Problem unavailable(ProblemCode code, String detail) {
        return new Problem(code, detail).withHeader("Retry-After", "1");
    }

    private static Problem methodNotAllowed(MethodNotAllowedResponse e) {
        String allow = String.valueOf(e.getDetails().get("availableMethods"));
        return new Problem(ProblemCode.METHOD_NOT_ALLOWED, "This resource knows only " + allow + ".")
                .withHeader("Allow", allow);
    }

    private static Problem ofServer(int status) {
        ProblemCode code = ProblemCode.ofStatus(status);
        return new Problem(
                code, code == ProblemCode.NOT_FOUND ? "There is nothing here." : "The request cannot be answered.");
    }
}
