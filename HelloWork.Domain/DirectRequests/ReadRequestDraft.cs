using System.Security.Cryptography;
using System.Text;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>リクエストの下書きを読む: what this account has typed for a seeker so far.</summary>
public sealed class ReadRequestDraft(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public sealed record Draft(JobNumber? Job, string? JobTitle, string Message, bool NoticeConfirmed, DateTime SavedAt)
    {
        /// <summary>Tells whether what is sent is what was shown for confirmation (DR-04): another window may have typed on.</summary>
        public string Fingerprint => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Job}\n{NoticeConfirmed}\n{Message}")));
    }

    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<Draft?> RunAsync(EmployerActor employer, PublicNumber seeker, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(employer, ct);

        var found = await (
            from draft in db.DirectRequestDrafts.AsNoTracking()
            join profile in db.SeekerProfiles on draft.SeekerId equals profile.SeekerId
            where draft.AccountId == employer.Account && profile.PublicNumber == seeker
            select new
            {
                Job = db.JobOffers.Where(j => j.Id == draft.JobOfferId && j.OfficeId == employer.Office).Select(j => new { j.Number, j.Title }).FirstOrDefault(),
                draft.Message, draft.NoticeConfirmed, draft.SavedAt,
            }).SingleOrDefaultAsync(ct);
        return found is null ? null : new Draft(found.Job?.Number, found.Job?.Title, found.Message, found.NoticeConfirmed, found.SavedAt);
    }
}
