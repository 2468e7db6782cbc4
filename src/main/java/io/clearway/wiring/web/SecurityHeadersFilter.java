package io.clearway.wiring.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Allows browsers to run the service's own scripts only, and rejects changes that a page of another site requests
 * through a browser: the service has no authentication, so whoever reaches it may use it.
 */
@Component
class SecurityHeadersFilter extends OncePerRequestFilter {
    private static final String OWN_ONLY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    /** Swagger UI draws its icons from data addresses and sets styles in its markup. */
    private static final String SWAGGER_UI =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Set<String> CHANGE_NOTHING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean swagger = request.getRequestURI().contains("/swagger-ui");
        response.setHeader("Content-Security-Policy", swagger ? SWAGGER_UI : OWN_ONLY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (isForeign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "A page of another site may change nothing here");
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isForeign(HttpServletRequest request) {
        return !CHANGE_NOTHING.contains(request.getMethod())
                && "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }
}
