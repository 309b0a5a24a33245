using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts.Drafts;

internal static class FormDraftMapping
{
    public static void Map(ModelBuilder builder) => builder.Entity<FormDraft>(draft =>
    {
        draft.ToTable("FormDrafts");
        draft.HasKey(d => new { d.AccountId, d.Form, d.Record });
        draft.Property(d => d.Record).HasMaxLength(FormDraft.LongestRecord).IsUnicode(false);
        draft.Property(d => d.Fields).IsJsonDocument();
        // Those of a record that has ended.
        draft.HasIndex(d => new { d.Form, d.Record });
        draft.HasIndex(d => d.SavedAt);
        draft.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Restrict);
    });
}
